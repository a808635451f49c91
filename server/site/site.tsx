export async function registerSite(..._: any[]) {}
