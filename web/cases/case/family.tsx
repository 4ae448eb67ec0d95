import type { Language } from '../../../api/language.js';
import type { FamilyView } from '../../../api/schemas/family.js';
import { Table } from '../../components/table.js';
import { casePath } from '../addresses.js';
import { CASE } from './words.js';

/** The members of the family, each with their own case, in the coarse words that one case tells of another. */
export function Family({ family, language }: { family: FamilyView; language: Language }) {
  const words = CASE[language];
  let relatives = 0;
  const rows = family.members.map(({ mine, standing, run }) => {
    if (!mine) relatives += 1;
    return [
      mine ? words.thisPerson : words.relative(relatives),
      standing.title,
      run === undefined ? (
        ''
      ) : (
        <a class="govuk-link" href={casePath(run)}>
          {words.otherCase}
          <span class="govuk-visually-hidden">{`: ${words.relative(relatives)}`}</span>
        </a>
      ),
    ];
  });
  return (
    <>
      <Table
        caption={words.family}
        captionSize="m"
        columns={[{ title: words.family }, { title: words.status }, { title: words.personCase }]}
        rows={rows}
      />
      {family.joins.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{words.joins}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {family.joins.map(({ title, complete }) => (
              <li>{`${title}: ${complete ? words.complete : words.incomplete}`}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
