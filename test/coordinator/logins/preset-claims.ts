/**
 * ID tokens of each preset's issuer, in the form that the vendor documents: which claims there are, how they
 * are named and what their values look like. Ids and addresses are made up.
 */
const times = { iat: 1_795_339_200, exp: 1_795_342_800 }

export const GOOGLE_CLAIMS = {
  iss: 'https://accounts.google.com',
  azp: '1234987819200.apps.googleusercontent.com',
  aud: '1234987819200.apps.googleusercontent.com',
  sub: '10769150350006150715113082367',
  at_hash: 'HK6E_P6Dh8Y93mRNtsDB1Q',
  hd: 'example.com',
  email: 'jsmith@example.com',
  email_verified: true,
  nonce: '0394852-3190485-2490358',
  ...times,
}

export const MICROSOFT_TENANT = '9122040d-6c67-4c5b-b112-36a304b66dad'
export const MICROSOFT_CLAIMS = {
  ver: '2.0',
  iss: `https://login.microsoftonline.com/${MICROSOFT_TENANT}/v2.0`,
  sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ',
  aud: '6cb04018-a3f5-46a7-b995-940c78f5aef3',
  nbf: times.iat,
  name: 'Abe Lincoln',
  preferred_username: 'AbeLi@example.com',
  oid: '00000000-0000-0000-66f3-3332eca7ea81',
  tid: MICROSOFT_TENANT,
  acrs: ['c1'],
  roles: ['Sallyport.Operator'],
  nonce: '123523',
  aio: 'Df2UVXL1ix!lMCWMSOJBcFatzcGfvFGhjKv8q5g0x732dR5MB5BisvGQO7YWByjd8iQDLq!eGbIDakyp5mnOrcdqHeYSnltepQmRp6AIZ8jY',
  ...times,
}

export const OKTA_CLAIMS = {
  ver: 1,
  jti: 'ID.radCQMOQUmyvcTBmmIL0J6BaS60apUEiC7-vI7pOmkw',
  iss: 'https://acme.okta.com',
  aud: '0oabucvyc38HLL1ef0h7',
  sub: '00uid4BxXw6I6TV4m0g3',
  amr: ['mfa', 'otp', 'pwd'],
  idp: '00o4hbtn9wyCxBNoG0g3',
  auth_time: times.iat - 30,
  at_hash: 'fPlsvVszI29LU2UhDyJ9vg',
  groups: ['Everyone', 'platform'],
  ...times,
}

export const ONELOGIN_CLAIMS = {
  iss: 'https://acme.onelogin.com/oidc/2',
  aud: 'ceb6ac50-5ce4-0138-1a8d-0a3a2a0d3f3e',
  sub: '31700000',
  acr: 'onelogin:nist:level:1:re-auth',
  auth_time: times.iat - 30,
  groups: ['platform'],
  nonce: 'abc',
  ...times,
}
