/** A record opened on its own is asked for whole: lists hold fewer fields, and react-admin keeps what is asked alike together. */
export const whole = { meta: { whole: true } }
