/** What may be a telephone number as people write it, an extension included: ten digits at least a French one has, fewer a short number. */
export const PHONE = /^(?=(?:\D*\d){4,15}\D*$)\+?[\d .\-/()]{4,30}(?: ?(?:poste|p\.) ?\d{1,5})?$/
export const notAPhone = { message: 'Ce numéro n’est pas valable : 06 12 34 56 78 est attendu.' }
