/** GOV.UK Frontend ships no types; pages use no more of it than this. */
declare module 'govuk-frontend' {
  export type Component = new (root: Element) => object;
  export const CharacterCount: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const FileUpload: Component;
  export const NotificationBanner: Component;
  export const PasswordInput: Component;
  export const Radios: Component;
  export function createAll(component: Component): object[];
}
