export const writeForModels = () => {}
