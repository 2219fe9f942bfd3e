/** What each operation of cost.test.ts sends, over the three services together. */

const TABLE = `
a new account                                           TransactWriteItems of 8
a new child                                             TransactWriteItems of 9
a change of e-mail, card, name and family               GetItem (1), TransactWriteItems of 17
a block                                                 GetItem (1), TransactWriteItems of 1
the end of a block                                      GetItem (1), TransactWriteItems of 1
the deletion of an account                              8 DeleteItem (8), 3 GetItem (3), Invoke loans-forget, 2 PutItem (6), 11 Query (3.5), TransactWriteItems of 1, TransactWriteItems of 10
a penalty                                               TransactWriteItems of 2
a payment                                               BatchGetItem (2), TransactWriteItems of 2
a payment of all                                        BatchGetItem (2), TransactWriteItems of 2
a waiver                                                BatchGetItem (2), TransactWriteItems of 2
a waiver that gives back                                BatchGetItem (2), TransactWriteItems of 2
the strike of a payment                                 BatchGetItem (2), TransactWriteItems of 2
a new book                                              TransactWriteItems of 9
a change of title and ISBN                              GetItem (1), TransactWriteItems of 10
the deletion of a book                                  GetItem (1), TransactWriteItems of 8
a new copy                                              GetItem (1), TransactWriteItems of 3
a copy with a barcode that another title made and freed BatchGetItem (1), 2 GetItem (2), 2 TransactWriteItems of 3
a change of a copy                                      BatchGetItem (1), GetItem (1), TransactWriteItems of 3
the deletion of a copy                                  BatchGetItem (1), GetItem (1), TransactWriteItems of 2
fewer copies                                            GetItem (1), TransactWriteItems of 2
the scan of a late copy                                 2 BatchGetItem (2), 3 GetItem (3), Invoke books-return-copy, Invoke books-standing, Invoke users-close-loan, 3 PutItem (16), TransactWriteItems of 2
the scan of a lost copy                                 2 BatchGetItem (2), GetItem (1), Invoke books-recover-copy, Invoke books-standing, PutItem (1)
the loss of a late book                                 3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 3 PutItem (17), TransactWriteItems of 3
a loan                                                  2 BatchGetItem (2), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, 2 PutItem (6), 2 UpdateItem (2)
a return                                                3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 4 PutItem (11)
a late return                                           3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 3 PutItem (16), TransactWriteItems of 2
a renewal                                               2 BatchGetItem (2), GetItem (1), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, 2 PutItem (9), 2 UpdateItem (2)
a hold                                                  2 BatchGetItem (2), Invoke books-place-hold, Invoke books-standing, Invoke users-open-hold, Invoke users-standing, 2 PutItem (5), 2 UpdateItem (2)
the cancellation of a hold                              BatchGetItem (1), 3 GetItem (3), Invoke books-holds, Invoke books-leave-queue, Invoke users-close-hold, 4 PutItem (10)
the cancellation of a hold that has a copy              BatchGetItem (1), 3 GetItem (3), Invoke books-holds, Invoke books-leave-queue, Invoke users-close-hold, 4 PutItem (10)
the suspension of a hold                                2 BatchGetItem (2), 2 GetItem (2), 2 Invoke books-holds, Invoke books-suspend-hold, PutItem (2)
the end of a suspension                                 2 BatchGetItem (2), 2 GetItem (2), 2 Invoke books-holds, Invoke books-suspend-hold, PutItem (1)
a loan that fulfils a hold                              2 BatchGetItem (2), 3 GetItem (3), Invoke books-standing, Invoke books-take-copy, Invoke users-close-hold, Invoke users-open-loan, Invoke users-standing, 4 PutItem (9), TransactWriteItems of 2, UpdateItem (1)
a return to a hold                                      3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 4 PutItem (12)
a scan for a hold                                       3 BatchGetItem (3), 3 GetItem (3), Invoke books-return-copy, Invoke books-standing, Invoke users-close-loan, Invoke users-standing, 4 PutItem (12)
a new copy for a hold                                   GetItem (1), TransactWriteItems of 1
a new account under a key                               GetItem (1), TransactWriteItems of 10
a payment under a key                                   BatchGetItem (2), GetItem (1), TransactWriteItems of 4
the strike of a payment under a key                     BatchGetItem (2), GetItem (1), TransactWriteItems of 4
a new book under a key                                  GetItem (1), TransactWriteItems of 10
a new copy under a key                                  2 GetItem (2), TransactWriteItems of 4
the scan of a late copy under a key                     2 BatchGetItem (2), 4 GetItem (4), Invoke books-return-copy, Invoke books-standing, Invoke users-close-loan, 2 PutItem (8), 2 TransactWriteItems of 2, TransactWriteItems of 3
a loan under a key                                      2 BatchGetItem (2), GetItem (1), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, TransactWriteItems of 2, TransactWriteItems of 3, 2 UpdateItem (2)
a late return under a key                               4 GetItem (4), Invoke books-return-copy, Invoke users-close-loan, 2 PutItem (8), TransactWriteItems of 2, TransactWriteItems of 3
a renewal under a key                                   2 BatchGetItem (2), 2 GetItem (2), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, TransactWriteItems of 2, TransactWriteItems of 3, 2 UpdateItem (2)
a hold under a key                                      2 BatchGetItem (2), GetItem (1), Invoke books-place-hold, Invoke books-standing, Invoke users-open-hold, Invoke users-standing, TransactWriteItems of 2, TransactWriteItems of 3, 2 UpdateItem (2)
the cancellation of a hold that has a copy under a key  BatchGetItem (1), 4 GetItem (4), Invoke books-holds, Invoke books-leave-queue, Invoke users-close-hold, 3 PutItem (6), TransactWriteItems of 3
the suspension of a hold under a key                    2 BatchGetItem (2), 4 GetItem (4), 2 Invoke books-holds, Invoke books-suspend-hold, PutItem (2), TransactWriteItems of 3
a loan that fulfils a hold under a key                  2 BatchGetItem (2), 4 GetItem (4), Invoke books-standing, Invoke books-take-copy, Invoke users-close-hold, Invoke users-open-loan, Invoke users-standing, 3 PutItem (7), TransactWriteItems of 2, TransactWriteItems of 4, UpdateItem (1)
a scan for a hold under a key                           3 BatchGetItem (3), 4 GetItem (4), Invoke books-return-copy, Invoke books-standing, Invoke users-close-loan, Invoke users-standing, 3 PutItem (7), TransactWriteItems of 2, TransactWriteItems of 5
a loan of a book that is out                            2 BatchGetItem (2), 2 GetItem (2), Invoke books-standing, Invoke users-standing
a loan to somebody who owes                             2 BatchGetItem (2), Invoke books-standing, Invoke users-standing
a renewal for somebody who owes                         2 BatchGetItem (2), GetItem (1), Invoke books-standing, Invoke users-standing
read an account                                         GetItem (1)
verify an account                                       GetItem (1)
list accounts                                           BatchGetItem (3), Query (1)
list accounts by name                                   BatchGetItem (3), Query (1)
find people by a word                                   BatchGetItem (3), Query (1)
find people by two words                                BatchGetItem (3), 2 Query (2)
find an account by its e-mail                           2 GetItem (2)
change a name                                           GetItem (1), TransactWriteItems of 11
finish a deletion                                       DeleteItem (2), Invoke loans-forget, 12 Query (0.5)
finish a deletion, of which the mark waits              Invoke loans-forget, 12 Query (0.5)
finish no deletion                                      Query (0)
read a penalty                                          BatchGetItem (2)
list penalties                                          Query (1)
list what is unpaid                                     BatchGetItem (1), Query (0.5)
pay again under the same key                            GetItem (1)
read a book                                             GetItem (1)
read the availability of a book                         GetItem (1)
change a year                                           GetItem (1), TransactWriteItems of 1
search by a word                                        BatchGetItem (20), 2 Query (2)
search by two words                                     BatchGetItem (20), 3 Query (3)
search by title and author                              BatchGetItem (20), 3 Query (3)
search by a word that no book has                       2 Query (0)
search by an ISBN that no book has                      Query (0)
list all books                                          BatchGetItem (20), Query (1)
create a book with a copy of a reserved series          BatchGetItem (1), TransactWriteItems of 5
list the copies of a book                               BatchGetItem (1), GetItem (1)
find a copy                                             2 BatchGetItem (2)
scan a copy that is in                                  2 BatchGetItem (2), Invoke books-standing
lend by barcode                                         3 BatchGetItem (3), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, 2 PutItem (6), 2 UpdateItem (2)
lend to a card                                          BatchGetItem (1), 2 GetItem (2), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, 2 PutItem (6), 2 UpdateItem (2)
lend again under the same key                           GetItem (1)
read a loan                                             GetItem (1)
list the loans of a person                              Query (0.5)
tell who has a book                                     2 BatchGetItem (2), Invoke books-standing
list overdue loans                                      BatchGetItem (1), Invoke users-standing, 4 Query (0.5)
write to one person who is late                         BatchGetItem (1), GetItem (1), Invoke books-holds, Invoke books-settle-titles, Invoke users-standing, 2 PutItem (6), 10 Query (0.5), SendEmail
write to nobody                                         Invoke books-holds, Invoke books-settle-titles, 10 Query (0)
settle a loan that was cut off                          DeleteItem (2), 3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 3 PutItem (5), 4 Query (0.5)
settle nothing                                          4 Query (0)
forget the borrower of an old loan                      BatchGetItem (1), GetItem (1), Invoke users-penalties, PutItem (3), 12 Query (0.5)
forget nothing                                          12 Query (0)
read a hold                                             BatchGetItem (1), GetItem (1), Invoke books-holds
list the holds of a person                              BatchGetItem (1), Invoke books-holds, Query (0.5)
list a queue                                            BatchGetItem (1), Invoke books-holds
list the shelf                                          2 BatchGetItem (2), Invoke books-holds, Invoke users-standing, Query (0.5)
tell one person of a hold                               4 BatchGetItem (4), GetItem (1), 2 Invoke books-holds, Invoke books-settle-titles, Invoke users-standing, 2 PutItem (4), 6 Query (0.5), SendEmail
tell nobody of a hold                                   Invoke books-holds, Invoke books-settle-titles, 6 Query (0)
sweep a hold that has expired                           BatchGetItem (1), 4 GetItem (4), Invoke books-holds, Invoke books-leave-queue, Invoke books-settle-titles, Invoke users-close-hold, 5 PutItem (12), Query (0.5)
sweep no hold                                           Invoke books-settle-titles, Query (0)
be refused before the operation
`;

/** Characters of a row before its figures. */
const WIDTH = 56;

export const ROWS: readonly string[] = TABLE.trim().split('\n');
export const nameOf = (row: string): string => row.slice(0, WIDTH).trim();
export const rowOf = (name: string, cost: string): string => `${name.padEnd(WIDTH)}${cost}`.trim();
