export async function registerPasswordPages(..._: any[]) {}
