/** Words of the people of an institution. */
export const WORDS = {
  es: {
    heading: 'Personas de {name}',
    people: 'Quién trabaja aquí',
    search: 'Buscar a una persona',
    searchHint: 'Parte del nombre, del puesto o del correo',
    doSearch: 'Buscar',
    everybody: 'Ver a todas las personas',
    found: (n: number) =>
      n === 0
        ? 'Nadie aquí tiene ese nombre o correo.'
        : n === 1
          ? '1 persona encontrada.'
          : `${n} personas encontradas.`,
    name: 'Nombre y puesto',
    nameHint: 'Como la conocen sus colegas. No escriba datos de personas atendidas.',
    email: 'Correo electrónico de trabajo',
    roles: 'Funciones',
    role: 'Función',
    state: 'Estado',
    acts: 'Acciones',
    language: 'Idioma',
    add: 'Agregar a una persona',
    addButton: 'Agregar y enviar invitación',
    renew: 'Renovar por 90 días',
    end: 'Terminar el acceso',
    endTitle: '¿Terminar el acceso de esta persona?',
    endWhat:
      'Pierde sus funciones en la institución y sus sesiones se cierran ahora mismo. Para volver necesitará que la agreguen otra vez.',
    endStays:
      'Lo que hizo sigue en el historial, y las tareas que tenía a su cargo siguen en la bandeja de la institución.',
    endNot: 'No, volver a la lista',
    back: 'Volver a la lista',
    institution: 'Institución',
    resend: 'Enviar otra invitación',
    until: 'Activa hasta el {moment}',
    soon: 'Termina pronto: {moment}. Renueve si sigue trabajando aquí',
    standing: {
      invited: 'Invitada; todavía no ha entrado',
      expired: 'Sin acceso: pasaron 90 días sin renovar',
      ended: 'Acceso terminado',
    },
    recoveries: 'Piden volver a entrar',
    recoveriesHint:
      'Apruebe solo si habló con la persona y la reconoció. Recibirá un correo y deberá preparar de nuevo su segundo factor.',
    approve: 'Aprobar y enviar el correo',
    refuse: 'Rechazar',
    unreachable: 'Hay tareas abiertas y nadie localizable',
    unreachableWhy:
      'Antes de que venzan no hay nadie activo y presente que pueda responder. Renueve a alguien, ajuste ausencias u horarios, o agregue a una persona.',
    open: (n: number) => (n === 1 ? '1 tarea abierta' : `${n} tareas abiertas`),
    noName: 'Escriba el nombre y el puesto',
    noEmail: 'Escriba el correo electrónico de trabajo',
    badEmail: 'El correo electrónico debe tener la forma nombre@institucion.ejemplo',
    noRole: 'Seleccione la función',
    ownRole: 'Nadie se da una función a sí mismo. Pídalo a otra persona que supervise o administre',
    tooLong: 'El nombre y el puesto deben tener 100 signos o menos',
    mail: {
      pending: 'El correo está en camino',
      sending: 'El correo está en camino',
      bounced:
        'El buzón rechazó el correo. Corrija la dirección: agregue a la persona con la correcta',
      unknown: 'No se sabe si el correo llegó. Pregunte a la persona; si no, envíe otro',
      expired: 'El correo no pudo salir a tiempo. Envíe otro',
      obsolete: '',
    },
    done: {
      agregada: 'La persona fue agregada y recibe un correo',
      renovada: 'El acceso quedó renovado por 90 días',
      terminada: 'El acceso terminó y sus sesiones se cerraron',
      aprobada: 'La persona recibe un correo para volver a entrar',
      rechazada: 'La petición fue rechazada',
      tarde: 'Otra persona ya lo había decidido, o no hay nada que cambiar',
    },
  },
  en: {
    heading: 'People of {name}',
    people: 'Who works here',
    search: 'Find a person',
    searchHint: 'Part of the name, the position or the address',
    doSearch: 'Search',
    everybody: 'Show everybody',
    found: (n: number) =>
      n === 0
        ? 'Nobody here has that name or address.'
        : n === 1
          ? '1 person found.'
          : `${n} people found.`,
    name: 'Name and post',
    nameHint: 'As colleagues know them. Do not enter data of people attended.',
    email: 'Work email address',
    roles: 'Roles',
    role: 'Role',
    state: 'State',
    acts: 'Actions',
    language: 'Language',
    add: 'Add a person',
    addButton: 'Add and send the invitation',
    renew: 'Renew for 90 days',
    end: 'End the access',
    endTitle: 'End the access of this person?',
    endWhat:
      'They lose their roles at the institution and their sessions are closed at once. To come back they must be added again.',
    endStays:
      'What they did stays in the history, and the tasks they held stay in the inbox of the institution.',
    endNot: 'No, back to the list',
    back: 'Back to the list',
    institution: 'Institution',
    resend: 'Send another invitation',
    until: 'Active until {moment}',
    soon: 'Ends soon: {moment}. Renew if they still work here',
    standing: {
      invited: 'Invited; has not signed in yet',
      expired: 'No access: 90 days without renewal',
      ended: 'Access ended',
    },
    recoveries: 'Ask to be let in again',
    recoveriesHint:
      'Approve only if you talked to the person and recognised them. They get a mail and must set up their second factor again.',
    approve: 'Approve and send the mail',
    refuse: 'Refuse',
    unreachable: 'There are open tasks and nobody to be reached',
    unreachableWhy:
      'Before they are due nobody active and present can answer. Renew somebody, adjust absences or hours, or add a person.',
    open: (n: number) => (n === 1 ? '1 open task' : `${n} open tasks`),
    noName: 'Enter name and post',
    noEmail: 'Enter the work email address',
    badEmail: 'The email address must look like name@institution.example',
    noRole: 'Select the role',
    ownRole: 'Nobody gives themselves a role. Ask another person who supervises or administers',
    tooLong: 'Name and post must be 100 characters or fewer',
    mail: {
      pending: 'The mail is on its way',
      sending: 'The mail is on its way',
      bounced:
        'The mailbox refused the mail. Correct the address: add the person with the right one',
      unknown: 'Nobody knows whether the mail arrived. Ask the person; if not, send another',
      expired: 'The mail could not go out in time. Send another',
      obsolete: '',
    },
    done: {
      agregada: 'The person was added and gets a mail',
      renovada: 'The access was renewed for 90 days',
      terminada: 'The access ended and the sessions were closed',
      aprobada: 'The person gets a mail to sign in again',
      rechazada: 'The request was refused',
      tarde: 'Somebody else had decided it, or there is nothing to change',
    },
  },
} as const;
