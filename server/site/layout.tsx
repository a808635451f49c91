import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { styleSheet } from './assets.ts'

type Page = {
  title: string
  children: ReactNode
  /** Whether search engines may keep it; pages reached by a secret never. */
  robots?: boolean
}

/** A whole HTML document, in the State's design system; complete without scripts. */
export const page = ({ title, children, robots = false }: Page): string => `<!doctype html>${renderToStaticMarkup(
  <html lang="fr" data-fr-scheme="light">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {!robots && <meta name="robots" content="noindex" />}
      <title>{`${title} – Apprentissage-coaching`}</title>
      <link rel="stylesheet" href={styleSheet} />
      <link rel="icon" href="data:," />
    </head>
    <body>
      <div className="fr-skiplinks">
        <nav className="fr-container" aria-label="Accès rapide">
          <ul className="fr-skiplinks__list">
            <li><a className="fr-link" href="#contenu">Contenu</a></li>
            <li><a className="fr-link" href="#pied">Pied de page</a></li>
          </ul>
        </nav>
      </div>
      <header className="fr-header">
        <div className="fr-header__body">
          <div className="fr-container">
            <div className="fr-header__body-row">
              <div className="fr-header__brand fr-enlarge-link">
                <div className="fr-header__brand-top">
                  <div className="fr-header__logo"><p className="fr-logo">Préfet<br />de la région<br />d’Île-de-France</p></div>
                </div>
                <div className="fr-header__service">
                  <a href="/" title="Accueil – Apprentissage-coaching"><p className="fr-header__service-title">Apprentissage-coaching</p></a>
                  <p className="fr-header__service-tagline">Rencontrer des employeurs et des centres de formation près de chez soi</p>
                </div>
              </div>
            </div>
          </div>
        </div>
      </header>
      <main id="contenu" className="fr-container fr-py-4w" tabIndex={-1}>{children}</main>
      <footer className="fr-footer" id="pied">
        <div className="fr-container">
          <div className="fr-footer__bottom">
            <ul className="fr-footer__bottom-list">
              <li className="fr-footer__bottom-item"><a className="fr-footer__bottom-link" href="/">Toutes les dates</a></li>
              <li className="fr-footer__bottom-item"><a className="fr-footer__bottom-link" href="/console/">Espace des services de l’État</a></li>
              <li className="fr-footer__bottom-item"><span className="fr-footer__bottom-link">Accessibilité : non évaluée</span></li>
            </ul>
          </div>
        </div>
      </footer>
    </body>
  </html>,
)}`
