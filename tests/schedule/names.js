export const namesOf = async path => Object.keys(await import(path))
