/** What each operation of cost.test.ts sends, over the three services together. */

const TABLE = `
create an account                                       TransactWriteItems of 8
create an account under a key                           GetItem (1), TransactWriteItems of 10
read an account                                         GetItem (1)
verify an account                                       GetItem (1)
change a name                                           GetItem (1), TransactWriteItems of 11
move an e-mail                                          GetItem (1), TransactWriteItems of 3
delete an account                                       GetItem (1), Invoke loans-forget, 11 Query (0), TransactWriteItems of 9
delete an account with a closed penalty                 GetItem (1), Invoke loans-forget, 11 Query (1), TransactWriteItems of 1, TransactWriteItems of 9
finish a deletion                                       DeleteItem (2), Invoke loans-forget, 12 Query (0.5)
finish a deletion, of which the mark waits              Invoke loans-forget, 12 Query (0.5)
finish no deletion                                      Query (0)
list accounts                                           BatchGetItem (3), Query (1)
list accounts by name                                   BatchGetItem (3), Query (1)
find people by a word                                   BatchGetItem (3), Query (1)
find people by two words                                BatchGetItem (3), 2 Query (2)
enrol somebody for whom another answers                 TransactWriteItems of 9
block an account                                        GetItem (1), TransactWriteItems of 1
find an account by its e-mail                           2 GetItem (2)
add a penalty                                           TransactWriteItems of 2
add a penalty under a key                               GetItem (1), TransactWriteItems of 4
read a penalty                                          BatchGetItem (2)
list penalties                                          Query (1)
pay                                                     BatchGetItem (2), TransactWriteItems of 2
pay again under the same key                            GetItem (1)
waive a penalty                                         BatchGetItem (2), TransactWriteItems of 2
waive a penalty and give back                           BatchGetItem (2), TransactWriteItems of 2
strike a payment                                        BatchGetItem (2), TransactWriteItems of 2
list what is unpaid                                     BatchGetItem (1), Query (0.5)
create a book                                           TransactWriteItems of 8
create a book with an ISBN                              TransactWriteItems of 6
read a book                                             GetItem (1)
read the availability of a book                         GetItem (1)
change a year                                           GetItem (1), TransactWriteItems of 1
change an ISBN                                          GetItem (1), TransactWriteItems of 2
change a title                                          GetItem (1), TransactWriteItems of 8
delete a book                                           GetItem (1), TransactWriteItems of 8
be refused to delete a book that is out                 GetItem (1)
search by a word                                        BatchGetItem (20), 2 Query (2)
search by two words                                     BatchGetItem (20), 3 Query (3)
search by title and author                              BatchGetItem (20), 3 Query (3)
search by a word that no book has                       2 Query (0)
search by an ISBN that no book has                      Query (0)
list all books                                          BatchGetItem (20), Query (1)
lend                                                    2 BatchGetItem (2), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, 2 PutItem (6), 2 UpdateItem (2)
create a book with a named copy                         TransactWriteItems of 5
create a book with a copy of a reserved series          BatchGetItem (1), TransactWriteItems of 5
add a copy                                              GetItem (1), TransactWriteItems of 1
add a copy under a key                                  2 GetItem (2), TransactWriteItems of 3
list the copies of a book                               BatchGetItem (1), GetItem (1)
find a copy                                             2 BatchGetItem (2)
change a copy                                           GetItem (1), TransactWriteItems of 2
delete a copy                                           GetItem (1), TransactWriteItems of 1
lend by barcode                                         3 BatchGetItem (3), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, 2 PutItem (6), 2 UpdateItem (2)
scan a copy that is out                                 2 BatchGetItem (2), 3 GetItem (3), Invoke books-return-copy, Invoke books-standing, Invoke users-close-loan, 4 PutItem (11)
scan a copy that is in                                  2 BatchGetItem (2), Invoke books-standing
lose a book                                             3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 3 PutItem (16), TransactWriteItems of 2
tell who has a book                                     2 BatchGetItem (2), Invoke books-standing
lend to a card                                          BatchGetItem (1), 2 GetItem (2), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, 2 PutItem (6), 2 UpdateItem (2)
lend under a key                                        2 BatchGetItem (2), GetItem (1), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, TransactWriteItems of 2, TransactWriteItems of 3, 2 UpdateItem (2)
lend again under the same key                           GetItem (1)
be refused to lend to somebody who owes                 2 BatchGetItem (2), Invoke books-standing, Invoke users-standing
read a loan                                             GetItem (1)
list the loans of a person                              Query (0.5)
take back                                               3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 4 PutItem (11)
take back late                                          3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 3 PutItem (16), TransactWriteItems of 2
take back under a key                                   4 GetItem (4), Invoke books-return-copy, Invoke users-close-loan, 3 PutItem (6), TransactWriteItems of 3
be refused to take back again                           GetItem (1)
renew                                                   2 BatchGetItem (2), GetItem (1), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, 2 PutItem (9), 2 UpdateItem (2)
renew under a key                                       2 BatchGetItem (2), 2 GetItem (2), Invoke books-standing, Invoke books-take-copy, Invoke users-open-loan, Invoke users-standing, TransactWriteItems of 2, TransactWriteItems of 3, 2 UpdateItem (2)
list overdue loans                                      BatchGetItem (1), Invoke users-standing, 4 Query (0.5)
write to one person who is late                         BatchGetItem (1), GetItem (1), Invoke books-holds, Invoke books-settle-titles, Invoke users-standing, 2 PutItem (6), 10 Query (0.5), SendEmail
write to nobody                                         Invoke books-holds, Invoke books-settle-titles, 10 Query (0)
settle a loan that was cut off                          DeleteItem (2), 3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 3 PutItem (5), 4 Query (0.5)
settle nothing                                          4 Query (0)
forget the borrower of an old loan                      BatchGetItem (1), GetItem (1), Invoke users-penalties, PutItem (3), 12 Query (0.5)
forget nothing                                          12 Query (0)
be refused before the operation
`;

/** Characters of a row before its figures. */
const WIDTH = 56;

export const ROWS: readonly string[] = TABLE.trim().split('\n');
export const nameOf = (row: string): string => row.slice(0, WIDTH).trim();
export const rowOf = (name: string, cost: string): string => `${name.padEnd(WIDTH)}${cost}`.trim();
