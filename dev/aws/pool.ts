import { CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { LIBRARIANS } from '../../lib/identity/rules.ts';
import { Obstacle } from '../local/checks.ts';

/** The user pool of a deployed stage, as its stack tells of it in its outputs. */
async function poolOf(stage: string, region: string) {
  const name = `bibliotheque-${stage}`;
  const { Stacks: [stack] = [] } = await new CloudFormationClient({ region })
    .send(new DescribeStacksCommand({ StackName: name }))
    .catch((error: Error): { Stacks?: Stack[] } => {
      if (error.name === 'ValidationError' && error.message.includes('does not exist')) return {};
      throw error;
    });
  if (!stack)
    throw new Obstacle(`Le stage « ${stage} » n'est pas déployé dans ${region} : il n'y a pas de pile ${name}`);
  const outputs = Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  );
  const { UserPoolId, SignInUrl, DeskClientId } = outputs;
  if (UserPoolId === undefined)
    throw new Obstacle(
      `Le stage « ${stage} » n'a pas de groupe d'utilisateurs : ses jetons viennent d'un autre émetteur, qui dit qui est bibliothécaire`,
    );
  return { UserPoolId, SignInUrl, DeskClientId };
}

/**
 * Makes a librarian of the person who has this e-mail, and tells line by line what was done.
 * @throws Obstacle when the stage has no pool, or when nobody has shown yet that the e-mail is theirs
 */
export async function* makeLibrarian(email: string, stage: string, region: string): AsyncGenerator<string> {
  const { UserPoolId, SignInUrl, DeskClientId } = await poolOf(stage, region);
  const client = new CognitoIdentityProviderClient({ region });
  const person = { UserPoolId, Username: email };

  const found = await client.send(new AdminGetUserCommand(person)).catch((error: Error) => {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  });
  if (found === undefined) {
    const UserAttributes = [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ];
    await client.send(new AdminCreateUserCommand({ ...person, UserAttributes, DesiredDeliveryMediums: ['EMAIL'] }));
    yield `${email} est invité par courriel : le mot de passe provisoire vaut sept jours.`;
  } else {
    const isVerified = found.UserAttributes?.some(({ Name, Value }) => Name === 'email_verified' && Value === 'true');
    // Anybody may sign up under an e-mail that is not theirs, with a password of their own, and wait.
    if (found.UserStatus === 'UNCONFIRMED' || !isVerified)
      throw new Obstacle(
        `${email} s'est inscrit sans confirmer son adresse : supprimez cette inscription dans la console de Cognito, puis relancez la commande`,
      );
  }

  const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand(person));
  if (Groups.some(({ GroupName }) => GroupName === LIBRARIANS)) yield `${email} est déjà bibliothécaire.`;
  else {
    await client.send(new AdminAddUserToGroupCommand({ ...person, GroupName: LIBRARIANS }));
    yield `${email} est maintenant bibliothécaire du stage « ${stage} » (groupe ${LIBRARIANS} de ${UserPoolId}).`;
  }
  yield `Pour se connecter (docs/connexion.md) : ${SignInUrl}, application ${DeskClientId}`;
}
