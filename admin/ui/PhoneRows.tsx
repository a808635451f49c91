import { SimpleList, SimpleListClasses, type SimpleListProps } from 'react-admin'

/** Rows as a list, for a screen too narrow for a table; fetched where it is needed. */
export const PhoneRows = (props: SimpleListProps) => <SimpleList {...props} sx={{ [`& .${SimpleListClasses.tertiary}`]: { opacity: 1 } }} />
