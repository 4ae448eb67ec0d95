/** A certificate for `localhost` nobody trusts, with its key: made for tests, of use to nobody, valid for a century. */
export function selfSigned(): { cert: string; key: string } {
  return { cert: CERT, key: KEY };
}

const CERT = `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUfiLqyuZusySYSxkgiOZyRGt3p1kwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNzEyMjAxMVoYDzIxMjYxMTAz
MTIyMDExWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATShE3UqcuAGe04MkA3CU8/Unc7viPjqdUnaIl0NtL71PCRNr60HwT4
34aGZeMXJKI5eqyFreLVpq8hQhLI07p9o2kwZzAdBgNVHQ4EFgQUY5AF2PAyMZ2I
+YKUg0bjMR57uAMwHwYDVR0jBBgwFoAUY5AF2PAyMZ2I+YKUg0bjMR57uAMwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIgEHOUX9/2EAH3J8m0k+F5hWeV1f8ajSyS7zTnNJwo0IgCIQCe/PXAMU9k
2q+MBY78gcldrahM7B09Mrt+LGqmEZ0bHA==
-----END CERTIFICATE-----
`;

const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgo3dgeq1Aznq0fTri
Ufktwg7lhk2naPfe81WCLa1WAb6hRANCAATShE3UqcuAGe04MkA3CU8/Unc7viPj
qdUnaIl0NtL71PCRNr60HwT434aGZeMXJKI5eqyFreLVpq8hQhLI07p9
-----END PRIVATE KEY-----
`;
