import type { ROUTES, components, operations } from './api.generated.js';

/** Bodies and answers, by the names that the OpenAPI document gives them: `Schemas['NeedView']`. */
export type Schemas = components['schemas'];

/** What the API can do: `listNeeds`, `dismissNeed`, `createTenant` … */
export type OperationName = keyof typeof ROUTES;

/** Where an operation is: its verb and path; `form`: its body is sent as a form, which may have a file. */
export type Route = (typeof ROUTES)[OperationName];

/** What an operation is called with: the parameters of its path, query and header, and its body. */
export type InputOf<Name extends OperationName> = Omit<operations[Name]['parameters'], 'cookie'> &
  BodyOf<operations[Name]> & { readonly signal?: AbortSignal };

/** The result of an operation: parsed JSON, nothing for 204, or the unread response if it is a file or a stream. */
export type ResponseOf<Name extends OperationName> = ReadOf<operations[Name]['responses']>;

export type Operation<Name extends OperationName> =
  Partial<InputOf<Name>> extends InputOf<Name>
    ? (input?: InputOf<Name>) => Promise<ResponseOf<Name>>
    : (input: InputOf<Name>) => Promise<ResponseOf<Name>>;

type BodyOf<Described> = Described extends { requestBody?: never }
  ? { readonly body?: never }
  : Described extends { requestBody: { content: infer Content } }
    ? SentAs<Content>
    : Described extends { requestBody?: { content: infer Content } }
      ? Partial<SentAs<Content>>
      : never;

/** Rows, and files without a form, are sent unchanged, with their own content type. */
type SentAs<Content> = Content extends { 'application/json': infer Body }
  ? { readonly body: Body }
  : | (Content extends { 'multipart/form-data': infer Form }
        ? { readonly body: Form; readonly contentType?: never }
        : never)
    | SentWhole<Exclude<keyof Content, 'multipart/form-data'>>;

type SentWhole<Type> = [Type] extends [never] ? never : { readonly body: string | Blob; readonly contentType: Type };

type ReadOf<Responses> = {
  [Status in keyof Responses]: Responses[Status] extends { content: infer Content } ? ReadAs<Content> : undefined;
}[keyof Responses];

type ReadAs<Content> = Content extends { 'application/json': infer Answer } ? Answer : Response;
