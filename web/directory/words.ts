export const DIRECTORY = {
  es: {
    title: 'Consulados y cancillerías',
    about:
      'Un consulado está en un país y es autoridad de otro. Registre de qué Estado es cada uno: solo se le asignan funciones de ese Estado, y así ninguna persona queda ante el consulado de otro país.',
    nobody: 'El directorio no tiene consulados ni cancillerías.',
    unsaid: (n: number) =>
      n === 1
        ? 'De una institución no consta de qué Estado es. Se puede asignar a un caso, y a quien lo conduce se le pide que lo confirme.'
        : `De ${n} instituciones no consta de qué Estado son. Se pueden asignar a un caso, y a quien lo conduce se le pide que lo confirme.`,
    list: 'De qué Estado es cada institución',
    columns: ['Institución', 'Dónde está', 'De qué Estado es'],
    missing: 'Sin registrar',
    enter: 'Registrar un Estado',
    institution: 'Institución',
    chooseInstitution: 'Elija la institución',
    state: 'Estado del que es autoridad',
    stateHint: 'Código de dos letras, por ejemplo HN para Honduras. No el país donde está.',
    writeState: 'Escriba el código de dos letras de un Estado, por ejemplo HN',
    unknown: 'Si se registró por error',
    takeBack: 'No consta de qué Estado es: quitar el registrado',
    eitherOr: 'Escriba un Estado o marque que no consta, no las dos cosas',
    save: 'Registrar',
    taken: 'Ya no consta de qué Estado es.',
    saved: 'El Estado quedó registrado.',
  },
  en: {
    title: 'Consulates and foreign ministries',
    about:
      'A consulate sits in one country and is the authority of another. Enter of which State each one is: it is then given roles of that State only, so that nobody is brought before the consulate of another country.',
    nobody: 'The directory has no consulates or foreign ministries.',
    unsaid: (n: number) =>
      n === 1
        ? 'Of one institution nobody has said of which State it is. It can be given a role, and the lead of the case is asked to confirm it.'
        : `Of ${n} institutions nobody has said of which State they are. They can be given roles, and the leads of the cases are asked to confirm them.`,
    list: 'Of which State each institution is',
    columns: ['Institution', 'Where it sits', 'Of which State it is'],
    missing: 'Not entered',
    enter: 'Enter a State',
    institution: 'Institution',
    chooseInstitution: 'Choose the institution',
    state: 'State whose authority it is',
    stateHint: 'Two letters, for example HN for Honduras. Not the country where it sits.',
    writeState: 'Enter the two letters of a State, for example HN',
    unknown: 'If it was entered by mistake',
    takeBack: 'Nobody knows of which State it is: remove the one entered',
    eitherOr: 'Enter a State or tick that nobody knows, not both',
    save: 'Enter',
    taken: 'It is not known any more of which State it is.',
    saved: 'The State was entered.',
  },
} as const;
