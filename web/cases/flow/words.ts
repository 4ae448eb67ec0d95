export const FLOW = {
  es: {
    picture: (stage: string, n: number) =>
      `Flujo de la etapa ${stage}: ${n} ${n === 1 ? 'paso' : 'pasos'}`,
    about:
      'Cada recuadro es un paso, con el mismo nombre, estado y enlace que en la lista. Una flecha dice que un paso puede abrir otro.',
    list: 'Ver los mismos pasos en lista',
  },
  en: {
    picture: (stage: string, n: number) =>
      `Flow of the stage ${stage}: ${n} ${n === 1 ? 'step' : 'steps'}`,
    about:
      'Each box is a step, with the same name, state and link as in the list. An arrow says that one step can open another.',
    list: 'See the same steps as a list',
  },
} as const;
