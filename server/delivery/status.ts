/**
 * Whether an enhanced status (RFC 3463) says that the address takes no mail, and will not: unknown, malformed or moved mailbox
 * (5.1.x, X.1.5 being a success), closed mailbox (5.2.1), domain without a server (5.4.4), or permanent without a word (5.0.0).
 * A full mailbox (5.2.2) or a suspicion of spam (5.7.x) says nothing of the address.
 */
export const isDead = (status: string | null) => status !== null && /^5\.(0\.0|1\.(?!5$|7$|8$)\d+|2\.1|4\.4)$/.test(status)
