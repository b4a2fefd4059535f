/**
 * The most common passwords and the words in them, in lower case and with digits replaced by letters (`passw0rd` is
 * `password`): the most frequent entries of the public lists of leaked passwords (SecLists,
 * "10-million-password-list-top-1000"; NCSC, "PwnedPasswordsTop100k"). Longer ones are split into these words.
 */
export const COMMON_WORDS: readonly string[] = `
  password passwort passwd pass word letmein welcome willkommen login logon signin admin administrator root user guest test testing default
  secret changeme change temp temporary qwerty qwertz azerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx wsxedc iqaz iqazwsx
  abc abcdef iloveyou loveyou love lovely lover forever monkey dragon master shadow sunshine princess football baseball basketball soccer hockey
  superman batman spiderman pokemon naruto starwars trustnoone trustnoi whatever freedom nothing summer winter spring autumn herbst sommer
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  michael jordan jennifer jessica ashley amanda michelle nicole daniel andrew joshua matthew anthony robert thomas william charlie george
  harley ranger hunter buster tigger ginger pepper cookie cheese chocolate banana orange purple yellow silver golden diamond flower butterfly
  angel angels heaven jesus christ god blessed faith hello hallo hola bonjour computer internet google facebook linkedin microsoft windows apple
  samsung android iphone server network system database oracle cisco security secure private access enter open sesame company business office
  training readiness engine edifyd console learning compliance safety course worker manager employee team work money dollar million lucky winner
  mustang ferrari porsche mercedes corvette camaro yamaha honda toyota liverpool arsenal chelsea barcelona madrid england london america
  killer fuckyou fuck sexy pussy asshole biteme bitch hottie babygirl baby princesa mylove sweet sweetheart family friend friends mother father
  sister brother blink matrix phoenix thunder falcon eagle tiger lion wolf panther cowboy cowboys yankees lakers steelers eagles raiders redsox
  tennis golfer fishing player gamer minecraft fortnite roblox zelda mario peanut maggie snoopy garfield mickey donald disney merlin gandalf
  hobbit frodo legend knight warrior ninja samurai pirate cristina alexander maria carlos andrea hannah sophie charlotte please letme
  the and you for my your our one two three four five six seven eight nine ten
`
  .trim()
  .split(/\s+/);
