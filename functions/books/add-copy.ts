import { codes } from '../../lib/books/codes.ts';
import { addCopy } from '../../lib/books/copies.ts';
import { BookId } from '../../lib/books/schema.ts';
import { Copy } from '../../lib/books/schema-copies.ts';
import { NewCopy } from '../../lib/books/schema-requests.ts';
import { created, endpoint } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: BookId,
  body: NewCopy,
  replies: { 201: Copy },
  refuses: [codes.bookNotFound, codes.barcodeTaken, codes.tooManyCopies],
  serve: async ({ params, body, attempt, refuse }) => {
    const copy = await addCopy(params.id, body, attempt, refuse);
    return created(copy, `/exemplaires/${copy.code_barres}`);
  },
});
