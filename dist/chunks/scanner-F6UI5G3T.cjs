"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  scanner_F6UI5G3T: () => scanner_F6UI5G3T_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var scanner_F6UI5G3T_exports = {};
__export2(scanner_F6UI5G3T_exports, {
  secretsScanner: () => secretsScanner
});
var dummies_default = {
  passwords: [
    "pass",
    "passw",
    "passwd",
    "password",
    "password1",
    "password123",
    "mypassword",
    "yourpassword",
    "your_password",
    "your-password",
    "dbpassword",
    "userpass",
    "changeme",
    "change-me",
    "secret",
    "mysecret",
    "hunter2",
    "admin",
    "root",
    "user",
    "test",
    "test123",
    "testing",
    "example",
    "postgres",
    "mysql",
    "mongo",
    "mongodb",
    "redis",
    "guest",
    "foobar",
    "foo",
    "bar",
    "token",
    "pwd",
    "123456",
    "12345678",
    "1234",
    "12345",
    "xxxx",
    "xxxxxxxx",
    "redacted",
    "placeholder",
    "replace_with_password",
    "replaceme",
    "dummy",
    "fake",
    "default",
    "qwerty",
    "letmein",
    "p4ssw0rd",
    "passw0rd",
    "s3cret",
    "s3cr3t",
    "x-oauth-basic",
    "oauth",
    "oauth2"
  ],
  hosts: [
    "localhost",
    "127.0.0.1",
    "0.0.0.0",
    "[",
    "example.com",
    "example.org",
    "example.net",
    "host",
    "hostname",
    "db",
    "test.com",
    "host.docker.internal"
  ],
  placeholders: [
    "^(.)\\1+$",
    "[xX]{8,}",
    "\\*{4,}",
    "\\.{3,}",
    "0{12,}$",
    "\\$\\{|\\{\\{|\\$\\(|<[A-Za-z_ -]+>|%[({]",
    "(?:^|[_.-])(?:your|my|some|insert|enter|replace|change|put)[_.-]",
    "(?:change|replace)[_-]?me",
    "placeholder|redacted|dummy|notareal|not[_-]a[_-]real",
    "^process\\.env|^os\\.environ|^env\\."
  ]
};
function entropyOf(text) {
  if (text.length === 0) return 0;
  const counts = /* @__PURE__ */ new Map();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}
var DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var CHECKSUM_LENGTH = 6;
function hasValidChecksum(token) {
  const body = token.slice(token.indexOf("_") + 1);
  const random = body.slice(0, -CHECKSUM_LENGTH);
  return base62((0, (process.getBuiltinModule("node:zlib")).crc32)(random)) === body.slice(-CHECKSUM_LENGTH);
}
function base62(value) {
  let text = "";
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = DIGITS[rest % 62] + text;
  return text.padStart(CHECKSUM_LENGTH, "0");
}
var CHECKS = {
  // Tokens of other lengths are newer kinds whose checksum is not published.
  "github-checksum": ({ secret }) => secret.length !== 40 || hasValidChecksum(secret) ? "keep" : "low",
  "pem-body": ({ secret }) => isKeyMaterial(secret) ? "keep" : "drop",
  "url-password": checkUrlPassword,
  jwt: ({ secret }) => decodesToJson(secret.split(".")[0]) ? "keep" : "drop",
  mixed: ({ secret }) => /[0-9]/.test(secret) && /[A-Za-z]/.test(secret) ? "keep" : "drop",
  generic: checkGeneric
};
function isKeyMaterial(body) {
  const text = body.replaceAll(/\\[nrt]|^[A-Za-z-]{1,20}:.*$|[\s"'+,]/gm, "");
  const run = /[A-Za-z0-9+/=]{64,}/.exec(text)?.[0];
  return run !== void 0 && entropyOf(run) > 4;
}
var PLACEHOLDER_SYNTAX = /[${}<>%*]|\[[A-Z_]+\]|^[A-Z_]+$/;
var dummyPasswords = new Set(dummies_default.passwords);
var dummyHosts = new Set(dummies_default.hosts);
function checkUrlPassword({ secret, groups }) {
  const user = groups["user"] ?? "";
  const host = (groups["host"] ?? "").toLowerCase();
  if (PLACEHOLDER_SYNTAX.test(secret) || PLACEHOLDER_SYNTAX.test(user)) return "drop";
  if (secret === user || dummyPasswords.has(secret.toLowerCase())) return "drop";
  if (entropyOf(secret) < 2 || secret.length < 4) return "drop";
  return dummyHosts.has(host.replace(/:.*/, "")) || host.endsWith(".example") ? "low" : "keep";
}
function decodesToJson(part) {
  try {
    return typeof JSON.parse(Buffer.from(part, "base64url").toString()) === "object";
  } catch {
    return false;
  }
}
var LOCKFILE = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|[^/]*\.lock|[^/]*-lock\.ya?ml|go\.sum|[^/]*\.min\.(?:js|css)|[^/]*\.map)$/;
var REFERENCE_NAME = /(?:url|uri|path|file|field|name|label|type|header|endpoint|hash|sha1|sha256|digest|checksum|placeholder|regex|pattern)$/i;
var WORDS = /^[A-Za-z]{2,}(?:[_.\-/][A-Za-z]{2,})*[0-9]{0,2}$/;
function checkGeneric({ secret, groups, path }) {
  if (LOCKFILE.test(path) || REFERENCE_NAME.test(groups["name"] ?? "")) return "drop";
  if (!/[0-9]/.test(secret) || !/[A-Za-z]/.test(secret)) return "drop";
  if (WORDS.test(secret) || /^(?:https?|file):|^[./]|^(?:sha\d|md5)[-:]/.test(secret)) return "drop";
  if (/^[A-Za-z]+(?:[._-][A-Za-z0-9]{1,12}){2,}$/.test(secret)) return "drop";
  return secret.length >= 20 && entropyOf(secret) > 3.8 ? "medium" : "keep";
}
var rules_default = [
  {
    id: "aws-access-key-id",
    title: "AWS access key id in the tree",
    severity: "high",
    confidence: "medium",
    keywords: ["AKIA", "ASIA", "ABIA", "ACCA"],
    pattern: "(?<![A-Za-z0-9])(?<secret>(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})(?![A-Za-z0-9])",
    minEntropy: 2.8,
    allow: ["EXAMPLE$", "^AKIAIOSFODNN7", "^(?:AKIA|ASIA)X{8}"],
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    revoke: "Deactivate the key in IAM and look in CloudTrail for its use.",
    examples: {
      match: [
        {
          parts: ["aws_access_key", "_id = AKIAPYCD", "YBK377OXTZQ6"]
        },
        {
          parts: ['"accessKeyId":', ' "ASIASVIZX3OR', 'O7NZQDG4"']
        }
      ],
      noMatch: [
        {
          parts: ["AKIAIOSFOD", "NN7EXAMPLE"]
        },
        {
          parts: ["AKIAW5LLT", "ZQLI3N4FV", "U"]
        },
        {
          parts: ["xAKIAPYCDY", "BK377OXTZQ", "6"]
        },
        {
          parts: ["AKIAI44QH8", "DHBEXAMPLE"]
        }
      ]
    }
  },
  {
    id: "aws-secret-access-key",
    title: "AWS secret access key in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["secret"],
    pattern: `(?:secret[_.\\-\\s]{0,2}access[_.\\-\\s]{0,2}key|secret[_.\\-\\s]{0,2}key|secretaccesskey)["\\']?\\s{0,5}(?:=>|:=|[=:,])\\s{0,5}["\\']?(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])`,
    ignoreCase: true,
    minEntropy: 4,
    allow: ["EXAMPLEKEY$"],
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    revoke: "Deactivate the key pair in IAM and look in CloudTrail for its use.",
    examples: {
      match: [
        {
          parts: ["aws_secret_acc", "ess_key=0r6UV1", "cZB3urJ1mKpWx+", "KA7EvZtxr9Pko2", "JjCKa7"]
        },
        {
          parts: ['"SecretAccessK', 'ey": "lpXFB7BS', "v0hD9Oi22Jc8FQ", "F6cA1EZeXrddMg", 'g1mh"']
        },
        {
          parts: ["AWS_SECRET_ACC", "ESS_KEY: zLaPI", "89Aay6Sa7XXhV6", "L9uf9D8DXa+RAn", "fBmKOO5"]
        }
      ],
      noMatch: [
        {
          parts: ["aws_secret_acc", "ess_key=wJalrX", "UtnFEMI/K7MDEN", "G/bPxRfiCYEXAM", "PLEKEY"]
        },
        {
          parts: [
            "AWS_SECRET_ACC",
            "ESS_KEY = KMOZ",
            "PI+oVpbR2CDjlt",
            "1BC5Gco7fcopoF",
            "ShyAO9H5sLwzcZ",
            "jS6dDb1q=="
          ]
        },
        {
          parts: ["aws_secret_acc", "ess_key=${{ se", "crets.AWS_SECR", "ET_ACCESS_KEY ", "}}"]
        },
        {
          parts: ["secret_key_sha", "1 = 4c9c80f157", "3eea856fe71a08", "b99454647de89e", "80"]
        }
      ]
    }
  },
  {
    id: "github-app-token-jwt",
    title: "GitHub installation token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["ghs_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>ghs_[0-9]{1,12}_eyJ[A-Za-z0-9_-]{10,2000}\\.[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10,2000})",
    link: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats",
    revoke: "The token dies within hours; find out who wrote it down.",
    examples: {
      match: [
        {
          parts: [
            "ghs_48213_eyJ4",
            "w7T2iuSzSuY9Ui",
            "2NICGDmbn7db9n",
            "Tle7Rt__dF8.5e",
            "4oo8VYFlMfaKQz",
            "YUit8pxbkcM5ye",
            "DswqoiAvYxGJ9B",
            "gi4ycOAw3sI7qi",
            "jLYLsGhkcfSVOn",
            "h-LGu48qclNx_Q",
            "TLH9c0pqbUHuFK",
            "ElU6VEx4zIv6Mq",
            "CW5Q8V.id64foO",
            "7OvqUYNYrICuuZ",
            "FaRAdrnrt8kSif",
            "jFNalcRFslf6OZ",
            "oA_ePIzhtoNK8Q",
            "cV88xVzvLgkGoy",
            "6-LmMrBwu"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["ghs_48", "213_ey", "J"]
        }
      ]
    }
  },
  {
    id: "github-token",
    title: "GitHub token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>gh[pousr]_[A-Za-z0-9]{36,255})(?![A-Za-z0-9_])",
    check: "github-checksum",
    link: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats",
    revoke: "Revoke it under Settings, Developer settings.",
    examples: {
      match: [
        {
          parts: ["token: ghp_pUX", "j7oIHBj3fu2nTk", "GkVGuBsXJ6dfV0", "9gozJ"]
        },
        {
          parts: ["GITHUB_TOKEN=g", "hs_w75x5ElzLiI", "Wusm0QWlDH3mjr", "y9IwG3gEOlR"]
        },
        {
          parts: ['"gho_5J73nYjD1', "R4CCgPS0qeG9OC", 'tFtoWg21T36yC"']
        },
        {
          parts: ["ghr_fpphY3y5di", "xNYjqaLo57fTRp", "sOs5J61D11r2"]
        },
        {
          parts: ["ghu_BOvPM5lh92", "U5p08sac0VZw2p", "LhVJs2OReYIt"]
        }
      ],
      noMatch: [
        {
          parts: ["gXX_8mGXw5zMRl", "5frPi9NeFsFW5B", "VI18Ao4eSfi6"]
        },
        {
          parts: ["ghp_voV7QHlk", "RfNwyHAEVS9Q"]
        },
        {
          parts: ["ghp_xxxxxxxxxx", "xxxxxxxxxxxxxx", "xxxxxxxxxxxx"]
        },
        {
          parts: ["token: ${{ sec", "rets.GITHUB_TO", "KEN }}"]
        }
      ]
    }
  },
  {
    id: "github-fine-grained-token",
    title: "GitHub fine-grained token in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["github_pat_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![A-Za-z0-9_])",
    link: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats",
    revoke: "Revoke it under Settings, Developer settings.",
    examples: {
      match: [
        {
          parts: [
            "github_pat_11q",
            "DHP9pnZC26oYU6",
            "HBKTt_WvUwE85y",
            "my5YFw5F98hrD9",
            "ug1SLGXuXwvYhw",
            "1prf2bMghpglV1",
            "FGdlTjgiO"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["github_pat_11F", "gz1XGxr6FWR9ID", "TMywh_IYoE1qzW", "Py0o0bdYNCnX"]
        },
        {
          parts: [
            "github_pat_xxx",
            "xxxxxxxxxxxxxx",
            "xxxxx_xxxxxxxx",
            "xxxxxxxxxxxxxx",
            "xxxxxxxxxxxxxx",
            "xxxxxxxxxxxxxx",
            "xxxxxxxxx"
          ]
        }
      ]
    }
  },
  {
    id: "gitlab-token",
    title: "GitLab token in the tree",
    severity: "high",
    confidence: "high",
    keywords: [
      "glpat-",
      "gldt-",
      "glrt-",
      "glcbt-",
      "glptt-",
      "glft-",
      "glimt-",
      "glagent-",
      "gloas-",
      "glsoat-",
      "GR1348941"
    ],
    pattern: "(?<![A-Za-z0-9])(?<secret>(?:gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat)-[A-Za-z0-9_-]{20,300}(?:\\.[A-Za-z0-9]{2}\\.[A-Za-z0-9]{7,12})?|gloas-[a-f0-9]{64}|GR1348941[A-Za-z0-9_-]{20}))(?![A-Za-z0-9_-])",
    link: "https://docs.gitlab.com/security/tokens/",
    revoke: "Revoke it under Access tokens (or the runner, trigger or agent it belongs to).",
    examples: {
      match: [
        {
          parts: ["glpat-AXl-L0b", "kXmCCqrsvG1uk"]
        },
        {
          parts: ["CI_RUNNER=glrt", "-JT2byjBfYsfIG", "4S0WyXE"]
        },
        {
          parts: ["gldt-mGgQRce", "WUBCRSoTbgjf", "N"]
        }
      ],
      noMatch: [
        {
          parts: ["glpa", "t-ab", "c"]
        },
        {
          parts: ["glpat-xxxxxxx", "xxxxxxxxxxxxx"]
        },
        {
          parts: ["xglpat-8N6DuK", "7gnu5KowrMJz5", "l"]
        }
      ]
    }
  },
  {
    id: "slack-webhook",
    title: "Slack incoming webhook in the tree",
    severity: "medium",
    confidence: "high",
    keywords: ["hooks.slack.com"],
    pattern: "(?<secret>https?://hooks\\.slack(?:-gov)?\\.com/(?:services/[A-Za-z0-9]{5,15}/[A-Za-z0-9]{5,15}/[A-Za-z0-9]{16,40}|workflows/[A-Za-z0-9]{5,15}/[A-Za-z0-9]{5,15}/[0-9]{10,30}/[A-Za-z0-9]{16,40}|triggers/[A-Za-z0-9]{5,15}/[0-9]{6,20}/[A-Za-z0-9]{16,64}))",
    link: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
    revoke: "Remove the webhook in the Slack app.",
    examples: {
      match: [
        {
          parts: [
            "https://hooks.",
            "slack.com/serv",
            "ices/TOZ3PDHT4",
            "/BB6AKYWBPT/Hi",
            "oyrTGMElnmjbGM",
            "NNeoOJEG"
          ]
        }
      ],
      noMatch: [
        {
          parts: [
            "https://hooks.",
            "slack.com/serv",
            "ices/T00000000",
            "/B00000000/XXX",
            "XXXXXXXXXXXXXX",
            "XXXXXXX"
          ]
        },
        {
          parts: ["https://hooks.", "slack.com/serv", "ices/${SLACK_P", "ATH}"]
        }
      ]
    }
  },
  {
    id: "slack-token",
    title: "Slack token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["xox", "xapp-", "xoxe."],
    pattern: "(?<![A-Za-z0-9])(?<secret>(?:xoxe\\.)?xox[abeoprs]-(?:[0-9A-Za-z]{1,20}-){1,4}[A-Za-z0-9]{10,200}|xapp-[0-9]-[A-Z0-9]{8,14}-[0-9]{8,20}-[a-f0-9]{40,80})(?![A-Za-z0-9])",
    link: "https://docs.slack.dev/authentication/tokens",
    revoke: "Rotate it in the Slack app.",
    examples: {
      match: [
        {
          parts: ["xoxb-779149132", "242-8752323562", "813-I2GXyozTSr", "Wg3Jb4v7pwOkcc"]
        },
        {
          parts: [
            "xoxp-193563725",
            "668-5266656365",
            "68-79784658925",
            "1-fb6d82cd07a0",
            "79acf1be40892d",
            "d05117"
          ]
        },
        {
          parts: [
            "xapp-1-AOFS7NX",
            "NMMZ-676983137",
            "8154-5c5dc8a06",
            "b9b6b3b3c4421d",
            "5bba5dffeaf755",
            "be4eaa709aa805",
            "3e9e2e6b0860e"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["xoxb-yo", "ur-toke", "n"]
        },
        {
          parts: ["xoxb-xxxxxxxxx", "xxx-xxxxxxxxxx", "xx-xxxxxxxxxxx", "xxxxxxxxxxxxx"]
        },
        {
          parts: ["foxb", "oxb-", "1"]
        }
      ]
    }
  },
  {
    id: "stripe-key",
    title: "Stripe secret key in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["sk_live_", "rk_live_", "sk_test_", "rk_test_", "whsec_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>(?:[sr]k_(?:live|test)_[A-Za-z0-9]{24,247}|whsec_[A-Za-z0-9+/]{32,64}))(?![A-Za-z0-9])",
    lower: {
      pattern: "^[sr]k_test_",
      severity: "medium"
    },
    link: "https://docs.stripe.com/keys",
    revoke: "Roll the key in the Stripe dashboard.",
    examples: {
      match: [
        {
          parts: ["sk_live_400sAz", "6T56RB8WMCIkPg", "AGYN"]
        },
        {
          parts: [
            "rk_live_xcTebh",
            "jnMomiaKrBlOFA",
            "AO2OeZ1qhG9P6V",
            "GKVYbomOhFIHmA",
            "91Q0Qi22zBOZMn",
            "2UuQKVSzmir80s",
            "uYqjQjGR2CrzB3",
            "QP2IpHo7j"
          ]
        },
        {
          parts: [
            "sk_test_51oywu",
            "0ABROxF6LVtnFx",
            "augD8AJTNBNnEk",
            "NwpQ5mdlHsFzGl",
            "SOGWn7Xr7ZVFsI",
            "OwoiS94IC1jsJh",
            "De1oLQesCJay5x",
            "RsUAeqGGQ"
          ]
        },
        {
          parts: ["whsec_Qa0mF25B", "yvfw0kheXKQLwA", "dHQ3EcSTcH"]
        }
      ],
      noMatch: [
        {
          parts: ["pk_live_hnL4FB", "yGiR12iTL4SwjR", "Rf79"]
        },
        {
          parts: ["sk_liv", "e_shor", "t"]
        },
        {
          parts: ["sk_test_xxxxxx", "xxxxxxxxxxxxxx", "xxxx"]
        }
      ]
    }
  },
  {
    id: "google-api-key",
    title: "Google API key in the tree",
    severity: "medium",
    confidence: "medium",
    keywords: ["AIza"],
    pattern: "(?<![A-Za-z0-9])(?<secret>AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])",
    minEntropy: 3,
    link: "https://cloud.google.com/docs/authentication/api-keys",
    revoke: "Restrict or delete the key in the Google Cloud console.",
    examples: {
      match: [
        {
          parts: ["AIzanGfwfuZ9QV", "3QKmWfARnMhK4J", "mTP2ugKv2Ht"]
        }
      ],
      noMatch: [
        {
          parts: ["AIza9qICAAaz", "XYhT1xZJOouh"]
        },
        {
          parts: ["AIzaxxxxxxxxxx", "xxxxxxxxxxxxxx", "xxxxxxxxxxx"]
        }
      ]
    }
  },
  {
    id: "google-oauth-secret",
    title: "Google OAuth client secret in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["GOCSPX-"],
    pattern: "(?<![A-Za-z0-9])(?<secret>GOCSPX-[A-Za-z0-9_-]{28})(?![A-Za-z0-9_-])",
    link: "https://cloud.google.com/iam/docs/service-account-creds",
    revoke: "Reset the secret in the Google Cloud console.",
    examples: {
      match: [
        {
          parts: ["GOCSPX-EtXSKHr", "K24Tp7r4MeJA9W", "mWKRnG7"]
        }
      ],
      noMatch: [
        {
          parts: ["GOCSPX", "-short"]
        }
      ]
    }
  },
  {
    id: "gcp-service-account-key",
    title: "Google Cloud service account key in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["private_key"],
    pattern: '"private_key"\\s{0,10}:\\s{0,10}"-----BEGIN (?:RSA )?PRIVATE KEY-----(?<secret>[A-Za-z0-9+/=\\\\\\s]{64,8192})',
    check: "pem-body",
    link: "https://cloud.google.com/iam/docs/keys-create-delete",
    revoke: "Delete the key of the service account in IAM; prefer workload identity federation.",
    examples: {
      match: [
        {
          parts: [
            '{"type": "serv',
            'ice_account", ',
            '"private_key":',
            ' "-----BEGIN P',
            "RIVATE KEY----",
            "-\\nMIIprvUol+v",
            "qTD6Fsd7Q12DGv",
            "hAyANAv8h5U3l+",
            "8oAfAsCH3Ua5cn",
            "ZNYOCvVNIEA\\nI",
            "UJ91cc720aFzZe",
            "7Vv8YuNnJwctGT",
            "ROxs7qQK7Zym5s",
            "EWU4WhOkvpsGl+",
            "g3WP0Ln\\njZn1L",
            "64dWVyxHwrwClO",
            "VfnzIKfuHeD1m9",
            "/Ew9UcKfhFnVbv",
            "3GrPgx3dTb2p/s",
            "Aru\\nPfURxW64k",
            "0TwDIHEC40HCUd",
            "MteT6x2IVPhATS",
            "uJ4rwqFtyDDdrL",
            "64ca5muCfq5eB\\",
            "nj3PEYFhhLsyur",
            "whlz45f7gD+BnH",
            "nUuFKQvzpojzwF",
            "oxpCYO4L4S9iK3",
            "eVL4hsjH2\\n---",
            "--END PRIVATE ",
            'KEY-----\\n"}'
          ]
        }
      ],
      noMatch: [
        {
          parts: [
            '{"type": "serv',
            'ice_account", ',
            '"private_key":',
            ' "-----BEGIN P',
            "RIVATE KEY----",
            "-\\n...\\n-----E",
            "ND PRIVATE KEY",
            '-----\\n"}'
          ]
        },
        {
          parts: ['{"private_key"', ': "${GCP_KEY}"', "}"]
        }
      ]
    }
  },
  {
    id: "azure-storage-key",
    title: "Azure storage account key in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["AccountKey=", "SharedAccessKey="],
    pattern: "(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==)",
    minEntropy: 3.5,
    allow: ["^Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1"],
    link: "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",
    revoke: "Regenerate the key in the Azure portal.",
    examples: {
      match: [
        {
          parts: [
            "DefaultEndpoin",
            "tsProtocol=htt",
            "ps;AccountName",
            "=shop;AccountK",
            "ey=oOoFw3zw6EP",
            "piS23+5y4rIZ84",
            "ekIT/Em1YGQU3e",
            "7jCqAHv5SzkmEo",
            "mgncgMdvJIawU4",
            "NW51QpmXfAXP+V",
            "k3M5D==;Endpoi",
            "ntSuffix=core.",
            "windows.net"
          ]
        },
        {
          parts: [
            "Endpoint=sb://",
            "bus.servicebus",
            ".windows.net/;",
            "SharedAccessKe",
            "yName=Root;Sha",
            "redAccessKey=I",
            "eBStJOx71C2TpU",
            "s1dATpr7GeXO2Q",
            "oe1qhroYOgz4Vl",
            "="
          ]
        }
      ],
      noMatch: [
        {
          parts: [
            "AccountKey=Eby",
            "8vdM02xNOcqFlq",
            "UwJPLlmEtlCDXJ",
            "1OUzFT50uSRZ6I",
            "FsuFq2UVErCz4I",
            "6tq/K1SZFPTOtr",
            "/KBHBeksoGMGw=",
            "="
          ]
        },
        {
          parts: ["AccountKey=${", "STORAGE_KEY};"]
        }
      ]
    }
  },
  {
    id: "azure-client-secret",
    title: "Azure application secret in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["8Q~", "7Q~"],
    pattern: "(?<![A-Za-z0-9_~.-])(?<secret>[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34})(?![A-Za-z0-9_~.-])",
    minEntropy: 3.2,
    link: "https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials",
    revoke: "Delete the secret under App registrations.",
    examples: {
      match: [
        {
          parts: ["client_secret:", " 4JJ8Q~hgzAUps", "SK8WWtozXkL6Ko", "muyqGx5yaB0t4"]
        }
      ],
      noMatch: [
        {
          parts: ["abc8Q", "~shor", "t"]
        }
      ]
    }
  },
  {
    id: "azure-named-client-secret",
    title: "Azure application secret in the tree",
    severity: "high",
    confidence: "medium",
    keywords: ["azure", "ad_client", "client_secret"],
    pattern: `(?:azure|aad|arm|ad)[_.\\-]?(?:ad[_.\\-]?)?client[_.\\-]?secret["\\']?\\s{0,5}(?::=|=>|[=:])\\s{0,5}["\\']?(?<secret>[A-Za-z0-9_~.+/=-]{32,44})(?![A-Za-z0-9_~.+/=-])`,
    ignoreCase: true,
    minEntropy: 3.5,
    check: "mixed",
    link: "https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials",
    revoke: "Delete the secret under App registrations.",
    examples: {
      match: [
        {
          parts: ["AZURE_CLIENT_S", "ECRET=XyP8qu5z", "TlolkmmvNT0xNp", "H37PChEWNnqoVd", "tmjM"]
        },
        {
          parts: ["var azureClien", 'tSecret := "ag', "QrJKbXybLv3x9c", "X7mombOGS4xsNA", 'O55bqLyC1c"']
        }
      ],
      noMatch: [
        {
          parts: ["AZURE_CLIENT_S", "ECRET=${{ secr", "ets.AZURE_CLIE", "NT_SECRET_PROD", "UCTION }}"]
        },
        {
          parts: ["azure_client_s", "ecret: your-cl", "ient-secret-go", "es-here-please"]
        }
      ]
    }
  },
  {
    id: "npm-token",
    title: "npm token in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["npm_", "_authToken"],
    pattern: "(?<![A-Za-z0-9])(?<secret>npm_[A-Za-z0-9]{36})(?![A-Za-z0-9])",
    check: "github-checksum",
    link: "https://docs.npmjs.com/about-access-tokens",
    revoke: "Revoke it with `npm token revoke`.",
    examples: {
      match: [
        {
          parts: [
            "//registry.npm",
            "js.org/:_authT",
            "oken=npm_H8J5K",
            "G6BlBu0YAqj0xk",
            "v7xVmFLi8fq2qE",
            "uT8"
          ]
        },
        {
          parts: ["npm_CpBVWdVzrp", "xYaaJybSNdqNAp", "5XZgli3w9pAu"]
        }
      ],
      noMatch: [
        {
          parts: ["npm_config_reg", "istry=https://", "example.org"]
        },
        {
          parts: ["//registry.npm", "js.org/:_authT", "oken=${NPM_TOK", "EN}"]
        },
        {
          parts: ["npm_xxxxxxxxxx", "xxxxxxxxxxxxxx", "xxxxxxxxxxxx"]
        }
      ]
    }
  },
  {
    id: "npm-legacy-token",
    title: "npm registry token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["_authtoken"],
    pattern: `:_authToken\\s{0,3}=\\s{0,3}["\\']?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})`,
    ignoreCase: true,
    link: "https://docs.npmjs.com/about-access-tokens",
    revoke: "Revoke it at the registry.",
    examples: {
      match: [
        {
          parts: ["//registry.exa", "mple/:_authTok", "en=324ff718-00", "14-2c8a-60d9-f", "72533ef1954"]
        }
      ],
      noMatch: [
        {
          parts: ["//registry.exa", "mple/:_authTok", "en=${TOKEN}"]
        }
      ]
    }
  },
  {
    id: "pypi-token",
    title: "PyPI token in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["pypi-"],
    pattern: "(?<![A-Za-z0-9])(?<secret>pypi-AgE[A-Za-z0-9_-]{60,400})(?![A-Za-z0-9_-])",
    link: "https://pypi.org/help/#apitoken",
    revoke: "Remove it under Account settings, API tokens.",
    examples: {
      match: [
        {
          parts: [
            "pypi-AgEIcHlwa",
            "S5vcmcgeo4BQAA",
            "DGQLIglhOqdcZV",
            "Y_ZbXrvUrLPE2U",
            "eYtucrrDu_-ZRZ",
            "FKq4yIwYAcfVMd",
            "hwTZ26_P2VsB3q",
            "fuNiQ01tElxhfr",
            "AZhs0F4qquphGG",
            "BAGkjHPbDmYujK",
            "g9Z6Un94zSiKwa",
            "-smjlzcFGbhT74",
            "bXx"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["pypi-AgEIc", "HlwaS5vcmc"]
        },
        {
          parts: ["pypi-p", "ublish"]
        }
      ]
    }
  },
  {
    id: "docker-hub-token",
    title: "Docker Hub access token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["dckr_pat_", "dckr_oat_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,32})(?![A-Za-z0-9_-])",
    link: "https://docs.docker.com/security/access-tokens/",
    revoke: "Delete it under Personal access tokens.",
    examples: {
      match: [
        {
          parts: ["dckr_pat_PPxiO", "px9IO92Wl0puWg", "fAk2XusY"]
        },
        {
          parts: ["DOCKER_TOKEN=d", "ckr_oat_HpRbtt", "NoN8qBfvLw3ZoI", "x8Dj4y7wPolw"]
        }
      ],
      noMatch: [
        {
          parts: ["dckr_pat", "_tooshor", "t"]
        },
        {
          parts: ["dckr_pat_xxxxx", "xxxxxxxxxxxxxx", "xxxxxxxx"]
        }
      ]
    }
  },
  {
    id: "sendgrid-key",
    title: "SendGrid API key in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["SG."],
    pattern: "(?<secret>SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64})(?![A-Za-z0-9_-])",
    minEntropy: 3,
    link: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    revoke: "Delete it under Settings, API Keys.",
    examples: {
      match: [
        {
          parts: ["SG.xLDI8ZJujfP", "7DFGGx4X6gY.lh", "ecf7RBBREdwOw6", "Ncbx8Kr8GoQObF", "kspdbO6O8Pm8D"]
        }
      ],
      noMatch: [
        {
          parts: ["SG.xxxxxxxxxxx", "xxxxxxxxxxx.xx", "xxxxxxxxxxxxxx", "xxxxxxxxxxxxxx", "xxxxxxxxxxxxx"]
        },
        {
          parts: ["MSG.nam", "e.value"]
        }
      ]
    }
  },
  {
    id: "twilio-auth-token",
    title: "Twilio auth token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["twilio"],
    pattern: `twilio[A-Za-z0-9_.\\-\\s]{0,24}(?:token|secret)["\\']?\\s{0,5}(?::=|=>|[=:])\\s{0,5}["\\']?(?<secret>[0-9a-f]{32})(?![0-9a-f])`,
    ignoreCase: true,
    minEntropy: 3,
    link: "https://www.twilio.com/docs/iam/api-keys",
    revoke: "Rotate it in the Twilio console.",
    examples: {
      match: [
        {
          parts: ["TWILIO_AUTH_TO", "KEN=226b1fb26d", "dfd0379ce33db8", "771f70ef"]
        }
      ],
      noMatch: [
        {
          parts: ["TWILIO_AUTH_TO", "KEN=0000000000", "00000000000000", "00000000"]
        },
        {
          parts: ["TWILIO_AUTH_T", "OKEN=${TWILIO", "}"]
        }
      ]
    }
  },
  {
    id: "twilio-api-key",
    title: "Twilio API key in the tree",
    severity: "medium",
    confidence: "medium",
    keywords: ["SK"],
    pattern: "(?<![A-Za-z0-9])(?<secret>SK[0-9a-f]{32})(?![A-Za-z0-9])",
    minEntropy: 3,
    link: "https://www.twilio.com/docs/iam/api-keys",
    revoke: "Delete the key in the Twilio console.",
    examples: {
      match: [
        {
          parts: ["SKd94f0ff59495", "4053121613d8ba", "3816b4"]
        }
      ],
      noMatch: [
        {
          parts: ["SKbaac16411", "d2aee97b5e5"]
        },
        {
          parts: ["TASKd947a2262e", "b26ab2aab121fd", "dbad73ce"]
        },
        {
          parts: ["SK000000000000", "00000000000000", "000000"]
        }
      ]
    }
  },
  {
    id: "mailgun-key",
    title: "Mailgun API key in the tree",
    severity: "high",
    confidence: "medium",
    keywords: ["key-"],
    pattern: "(?<![A-Za-z0-9])(?<secret>key-[0-9a-f]{32})(?![A-Za-z0-9])",
    minEntropy: 3,
    link: "https://documentation.mailgun.com/docs/mailgun/user-manual/get-started/",
    revoke: "Rotate it under API security.",
    examples: {
      match: [
        {
          parts: ["MAILGUN=key-96", "60b4d34ac2da03", "40b8af8ac8be86", "15"]
        }
      ],
      noMatch: [
        {
          parts: ["key-ce36299d", "5d01cf0d3ad7"]
        },
        {
          parts: ["key-0000000000", "00000000000000", "00000000"]
        }
      ]
    }
  },
  {
    id: "shopify-token",
    title: "Shopify token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["shpat_", "shpca_", "shppa_", "shpss_"],
    pattern: "(?<secret>shp(?:at|ca|pa|ss)_[A-Za-z0-9]{32,64})(?![A-Za-z0-9])",
    link: "https://shopify.dev/docs/apps/build/authentication-authorization",
    revoke: "Rotate it in the partner dashboard.",
    examples: {
      match: [
        {
          parts: ["shpat_ef186347", "78b0443b40aed5", "2295abb46e"]
        },
        {
          parts: ["shpss_apuPN96X", "O8iJfWrw3FOMv8", "0rb81DLMcx"]
        }
      ],
      noMatch: [
        {
          parts: ["shpat", "_shor", "t"]
        },
        {
          parts: ["shpss_xxxxxxxx", "xxxxxxxxxxxxxx", "xxxxxxxxxx"]
        }
      ]
    }
  },
  {
    id: "digitalocean-token",
    title: "DigitalOcean token in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["dop_v1_", "doo_v1_", "dor_v1_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>do[por]_v1_[a-f0-9]{64})(?![A-Za-z0-9])",
    minEntropy: 2.5,
    link: "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    revoke: "Delete it under API, Tokens.",
    examples: {
      match: [
        {
          parts: [
            "dop_v1_a8d9713",
            "f381eddabaabd3",
            "c0eba0093e4b28",
            "e4b777e53f9712",
            "8954986bcea91a",
            "9"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["dop_v1_748685", "18a8c3b6a314a", "e"]
        },
        {
          parts: [
            "dop_v1_0000000",
            "00000000000000",
            "00000000000000",
            "00000000000000",
            "00000000000000",
            "0"
          ]
        }
      ]
    }
  },
  {
    id: "vault-token",
    title: "HashiCorp Vault token in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["hvs.", "hvb.", "hvr."],
    pattern: "(?<![A-Za-z0-9])(?<secret>hv[sbr]\\.[A-Za-z0-9_-]{24,300})(?![A-Za-z0-9_-])",
    minEntropy: 3,
    link: "https://developer.hashicorp.com/vault/docs/concepts/tokens",
    revoke: "Run `vault token revoke`.",
    examples: {
      match: [
        {
          parts: [
            "VAULT_TOKEN=hv",
            "s.xTd-CFGtf3tu",
            "fcYXdyuglzMCsi",
            "n57vD4I4IP3XnY",
            "mrIDLyFsRhl03S",
            "USD3TN_RH1tNms",
            "xBkixfneD_nPO3",
            "ZzxsMW1Ix9bz5a"
          ]
        },
        {
          parts: [
            "hvb.LK0X1i1wqZ",
            "8e_IC31JD--DL8",
            "VmVz4UBD4D3lLp",
            "MSxRnjQCNiZm2S",
            "yBbhw8SHCvy8l_",
            "IYxb8oSjeWKo9X",
            "iTrpUkBbfYY5hO",
            "Fw1ETBlGhM0d71",
            "8kOhe8dr6eJmzN",
            "zAobtDV-hfFyhC",
            "700la"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["hvs", ".ab", "c"]
        },
        {
          parts: [
            "xhvs.KCI4fg2tO",
            "nimj3TceN3EtGn",
            "PZt7ununpyJE2r",
            "71lkFMMB57J8YD",
            "8AcsIWyx5Rx5Kt",
            "lQeaDaMFmNzNKU",
            "sb9RLddAsuL"
          ]
        }
      ]
    }
  },
  {
    id: "terraform-cloud-token",
    title: "HCP Terraform token in the tree",
    severity: "critical",
    confidence: "high",
    keywords: [".atlasv1."],
    pattern: "(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70})",
    link: "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    revoke: "Delete it under User settings, Tokens.",
    examples: {
      match: [
        {
          parts: [
            "wullkBPTeoGBUT",
            ".atlasv1.1GT4V",
            "pZcoSSHMl5QHyN",
            "EQ5NInoX1Skb1F",
            "6rF6TUd591Dw5o",
            "qmbulANJNzTSQg",
            "8HfXpd"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["x.atl", "asv1.", "y"]
        }
      ]
    }
  },
  {
    id: "anthropic-key",
    title: "Anthropic API key in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["sk-ant-"],
    pattern: "(?<![A-Za-z0-9])(?<secret>sk-ant-(?:api03|admin01|oat01|sid01)-[A-Za-z0-9_-]{80,120})(?![A-Za-z0-9_-])",
    link: "https://docs.anthropic.com/en/api/getting-started",
    revoke: "Delete it in the Anthropic console.",
    examples: {
      match: [
        {
          parts: [
            "sk-ant-api03-K",
            "irqaBjwa1RC7uM",
            "v2Mrd5EMdumjQ2",
            "L2CWBZBSxqUYSD",
            "0F-exeUnSCUNxs",
            "2GZbra570bf4x1",
            "6XzGeAphWEIT6j",
            "0P1O_UeFAA"
          ]
        },
        {
          parts: [
            "sk-ant-admin01",
            "-Cxx4FrKv2pI33",
            "Cg7Qi-CT6BioOC",
            "HqWi-Cw99x6heb",
            "1EXE7VqtoBvwWw",
            "eIuyKYTj4b_WhT",
            "c8zj7mSxMLpOR6",
            "FHdwtFwKjdAA"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["sk-ant-api03", "-notarealkey"]
        },
        {
          parts: [
            "ssk-ant-api03-",
            "Eg2ldfLfHINYT8",
            "DDwpjEYyj8rYgo",
            "Go3mcwZ2rF5UU1",
            "LT1McTQWrFvzVB",
            "CaYceLk3xlgnNT",
            "njQQY0iDvynLnp",
            "dCwDEhY2xL3"
          ]
        }
      ]
    }
  },
  {
    id: "openai-key",
    title: "OpenAI API key in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["T3BlbkFJ"],
    pattern: "(?<![A-Za-z0-9])(?<secret>sk-(?:(?:proj|svcacct|admin|None)-)?[A-Za-z0-9_-]{16,100}T3BlbkFJ[A-Za-z0-9_-]{16,100})(?![A-Za-z0-9_-])",
    link: "https://help.openai.com/en/articles/5112595-best-practices-for-api-key-safety",
    revoke: "Delete it at the API keys page.",
    examples: {
      match: [
        {
          parts: ["sk-BNX4DPB3hN3", "7kjktbjpST3Blb", "kFJecoFVjlhYjX", "ZiJ2UMOLX"]
        },
        {
          parts: [
            "sk-proj-BPREbh",
            "NJDwvW3wcwee4s",
            "An1L-7DkGKu0S-",
            "RSNrxFJuLak8KV",
            "K7GzcaoTpGWGgV",
            "FdKVj2hiegYuT3",
            "BlbkFJHFMyHFfq",
            "Ye37DM_kmnFWg3",
            "3W91gsdXo2f009",
            "kxi_UgxYl1NPGM",
            "BuVPx6mKzQL3Ca",
            "QRw2MIXFNA"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["sk-pWn8BIpGkKY", "htRFL6XGlPuYHS", "HDe4BpGzVtyxVi", "GTAWgS1ta"]
        }
      ]
    }
  },
  {
    id: "hugging-face-token",
    title: "Hugging Face token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["hf_", "api_org_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>(?:hf|api_org)_[A-Za-z]{34})(?![A-Za-z0-9])",
    link: "https://huggingface.co/docs/hub/security-tokens",
    revoke: "Delete it under Settings, Access Tokens.",
    examples: {
      match: [
        {
          parts: ["HF_TOKEN=hf_mF", "iacoLJvhzDfjMu", "pMKvmZCdykNfuE", "ZYbr"]
        }
      ],
      noMatch: [
        {
          parts: ["hf_xxxxxxxxxxx", "xxxxxxxxxxxxxx", "xxxxxxxxx"]
        },
        {
          parts: ["hf_s", "hort"]
        },
        {
          parts: ["hf_EfPdPywlSMY", "MnDacvdnhjNVEN", "qOYDkoqo1"]
        }
      ]
    }
  },
  {
    id: "groq-key",
    title: "Groq API key in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["gsk_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>gsk_[A-Za-z0-9]{52})(?![A-Za-z0-9])",
    link: "https://console.groq.com/docs/quickstart",
    revoke: "Delete it in the Groq console.",
    examples: {
      match: [
        {
          parts: ["gsk_QGKVLa176x", "ZKiuJWQQX9EtHc", "NHyzJz7uK1x5Ij", "GFsf3BXeQwwYY8"]
        }
      ],
      noMatch: [
        {
          parts: ["gsk_", "shor", "t"]
        },
        {
          parts: ["wordgsk_GzdADl", "YQH1PnKJeBmVZA", "eii98WwhL7Leyu", "6UX82NW7JtfFKh", "pb5s"]
        }
      ]
    }
  },
  {
    id: "tailscale-key",
    title: "Tailscale key in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["tskey-"],
    pattern: "(?<![A-Za-z])(?<secret>tskey-[a-z]{2,12}-[A-Za-z0-9]{8,24}(?:-[A-Za-z0-9]{16,48})?)(?![A-Za-z0-9])",
    link: "https://tailscale.com/kb/1085/auth-keys",
    revoke: "Revoke it under Settings, Keys.",
    examples: {
      match: [
        {
          parts: [
            "TS_AUTHKEY=tsk",
            "ey-auth-kt687N",
            "pwlUGcCNTRL-fQ",
            "lwdVzoKnQ0bRUx",
            "zHpzjYauf4TIh8",
            "8T"
          ]
        },
        {
          parts: ["tskey-api-k1m4", "blmEd6FiZv6UO-", "6CGp5jd7gfVDkg", "k3hlKPG0apZ4Lx", "Y9154"]
        }
      ],
      noMatch: [
        {
          parts: ["tske", "y-fo", "o"]
        },
        {
          parts: ["xtskey-api-IuF", "Zto2M00C6-78u6", "WGXP15xnXLdqXu", "zxqEWj"]
        },
        {
          parts: ["tskey-auth-XXX", "XXXXXXXXX-XXXX", "XXXXXXXXXXXXXX", "XXXXXX"]
        }
      ]
    }
  },
  {
    id: "wireguard-private-key",
    title: "WireGuard private key in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["privatekey", "presharedkey"],
    pattern: "(?:^|\\n)[ \\t]{0,8}(?:PrivateKey|PresharedKey)[ \\t]{0,8}=[ \\t]{0,8}(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![A-Za-z0-9+/=])",
    ignoreCase: true,
    minEntropy: 4,
    link: "https://www.wireguard.com/quickstart/",
    revoke: "Make a new key pair and replace the public key at every peer.",
    examples: {
      match: [
        {
          parts: [
            "[Interface]\nPr",
            "ivateKey = HR4",
            "TZnu9mg+pqqXt/",
            "d0oDBynuZxw33j",
            "H3ER4+vLBwuI=\n",
            "ListenPort = 5",
            "1820"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["[Interface]\nPr", "ivateKey = <ke", "y>"]
        },
        {
          parts: ["[Peer]\nPublicK", "ey = HR4TZnu9m", "g+pqqXt/d0oDBy", "nuZxw33jH3ER4+", "vLBwuI="]
        }
      ]
    }
  },
  {
    id: "age-secret-key",
    title: "age secret key in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["AGE-SECRET-KEY-1"],
    pattern: "(?<![A-Za-z0-9])(?<secret>AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9])",
    link: "https://age-encryption.org/",
    revoke: "Encrypt again to a new recipient.",
    examples: {
      match: [
        {
          parts: [
            "AGE-SECRET-KEY",
            "-1PQQ6CL4XJ8HV",
            "WU33S8PZXX786R",
            "N5H9UT2Q9XUFSN",
            "NXNY4FGEE00SK7",
            "XZRX"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["age1wn2ctujduz", "24sp7qjvyhlfmr", "9n7wr0pd3qa6fc", "4c95m797ntek9r", "4e9yzp"]
        }
      ]
    }
  },
  {
    id: "encrypted-private-key",
    title: "Encrypted private key in the tree",
    severity: "medium",
    confidence: "high",
    keywords: ["PRIVATE KEY"],
    pattern: "-----BEGIN (?:ENCRYPTED PRIVATE KEY-----|(?:RSA|DSA|EC) PRIVATE KEY-----\\s{1,4}Proc-Type: 4,ENCRYPTED)(?<secret>(?:[^-]|-(?!----)){64,16384})",
    check: "pem-body",
    link: "https://www.rfc-editor.org/rfc/rfc7468",
    revoke: "Its passphrase is all that protects it: replace the key pair.",
    examples: {
      match: [
        {
          parts: [
            "-----BEGIN ENC",
            "RYPTED PRIVATE",
            " KEY-----\noQFz",
            "5b/32lJ7kLyagd",
            "x8zGojdz34TDUz",
            "e+SXWW45lb2Vsh",
            "rU41/s7R4hYkQp",
            "Hleg\neg00J101q",
            "q1vwI3e83mCbjy",
            "iHmYmBOfuT0dGS",
            "LoTLPAk9DZzmLY",
            "5MUkMbi9Paway\n",
            "bRvzN1NNHdsjqO",
            "VRJMa1CtZSc6SX",
            "0/Raa2UHigsTpp",
            "PUhAesaX6LTLs6",
            "8YnTjToW\n3vq76",
            "Ge2HQ3Bs59Aczc",
            "N19W9UAcXYb2U/",
            "dDUiD6TCUiDKJ2",
            "CUDYpgcRPzN7mp",
            "nUa\nw6Ke9ZkUFm",
            "Fk4Rmyg3ozlBg/",
            "o2ZV/2/ep6ELoT",
            "aaF2xlIttBU4av",
            "6UpbVxm2irj9\n-",
            "----END ENCRYP",
            "TED PRIVATE KE",
            "Y-----"
          ]
        },
        {
          parts: [
            "-----BEGIN RSA",
            " PRIVATE KEY--",
            "---\nProc-Type:",
            " 4,ENCRYPTED\nD",
            "EK-Info: AES-1",
            "28-CBC,C423D60",
            "CDAB8BEF78BB67",
            "2DE172A2D38\n\n2",
            "b0TPLaGM0P6Fxv",
            "Ccj0VZ54OMFtfs",
            "aCdZ3pm5qb7093",
            "umvMIQEuLQt7+g",
            "MfEVt2I\nvi7pX9",
            "ZT/gScppRGnXL9",
            "/Zku/+2XxxGluM",
            "GZkRnJhKv2KCTn",
            "69P0Su2Kw92fpq",
            "ma\nHeOjInGEi99",
            "IKl89yGSDeBvTN",
            "xknzZs/9EnRBm0",
            "+Ibu21x6IdDiMZ",
            "jzpywqWdjIS\nr7",
            "fsqvZjnycRWIXa",
            "1SkwYi9A1EKh5W",
            "hqBTxDo8dyc0+9",
            "lfAaHIXYqJl0kz",
            "r5gBIy\nofgXkpu",
            "z/VIjbCBq3lGi5",
            "ROxo7VZyq+p4b1",
            "1UxUMOZXuFw+U+",
            "vRVI/T/jH2Fn+v",
            "1\n-----END RSA",
            " PRIVATE KEY--",
            "---"
          ]
        }
      ],
      noMatch: [
        {
          parts: [
            "-----BEGIN PUB",
            "LIC KEY-----\nO",
            "soul3lDq1P1gKi",
            "BhH2Ti8q37K3dL",
            "TQDsVhly2SuSrP",
            "MCEk3gSAVxqqGK",
            "iLL+p8B\n+hK44C",
            "cbVLZEc8Pcs6KS",
            "IIxYK5MHIhhPqS",
            "czTBWOjF5ygBU0",
            "Ybvx/95bL1AVwz",
            "46\nDp4e/WnQAZW",
            "ASX5sPQTPfhdns",
            "FkQQLYUosVhpe+",
            "bQaypX80IomyF1",
            "bCa9p98wV77\n88",
            "3m2ahrwpIYH4hL",
            "ce4IgT3d5VcPNb",
            "gO+/Xi/YdAOuEj",
            "77+5WWNJIOGj4C",
            "V1SMTY\nQig5JJ4",
            "8AdWPvmaWbzdoE",
            "wRS7x3E7bkjWHN",
            "VYiLwmbIai0fxd",
            "vai99rK3skcGED",
            "J\n-----END PUB",
            "LIC KEY-----"
          ]
        }
      ]
    }
  },
  {
    id: "private-key",
    title: "Private key in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["PRIVATE KEY"],
    pattern: "-----BEGIN (?:[A-Z0-9]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?<secret>(?:[^-]|-(?!----)){64,16384})",
    check: "pem-body",
    link: "https://www.rfc-editor.org/rfc/rfc7468",
    revoke: "Replace the key pair wherever its public half is trusted.",
    examples: {
      match: [
        {
          parts: [
            "-----BEGIN RSA",
            " PRIVATE KEY--",
            "---\no61M7Tf5qp",
            "qNOEUFlAt0XV5m",
            "Im/hjlm/3wiunM",
            "MZ9xHtVpKA8RgS",
            "1PkyYIfWDIIA\nB",
            "rlWXW6sVuN9YnQ",
            "gqvV2S47nsJYgR",
            "/Dw2/t23Atp7QE",
            "L0Vrg0ONqjSJN5",
            "AuMddan\nriTAE9",
            "fawrCm3HiEYBsZ",
            "o2lDRqcsYyaADI",
            "bOK5Zbw0o5942y",
            "60oGQniEHQLFxn",
            "rv\n/aeQAtt1NnA",
            "UNeo9gDz0pG0Gv",
            "kxcIjtXQzZAqAI",
            "OJa5t5/cnIyDMO",
            "inLTytB9KWg\n0Z",
            "t28MHrXZttqYS4",
            "7I55dKIvQIc+pQ",
            "Fx1ldpSqk9QaH8",
            "5hzvkhh6CZ43G4",
            "+J+BSb\n-----EN",
            "D RSA PRIVATE ",
            "KEY-----"
          ]
        },
        {
          parts: [
            "-----BEGIN OPE",
            "NSSH PRIVATE K",
            "EY-----\n0z3hl8",
            "plFttQOj9UPM/8",
            "axKceCK+R7Wqp6",
            "dRIQTrSd4fK8xu",
            "1Nh0A4Si4QPQej",
            "pz\n3KXOHao9odv",
            "h4OsVwmLGjr8qi",
            "auyg3ye8gPio9A",
            "l9uoPGMp/Zx/Ey",
            "RwQSn1+DKMW\n+D",
            "tLf+3My3CWMAJw",
            "kD/eIQzOzhbH3U",
            "bqL+fwXt3VEtug",
            "cr/ygkHd86uT9R",
            "rvbj9U\nPafRf/x",
            "cfHD1mUJKv9Q03",
            "htdesAKYvPCPlR",
            "r302l1L6bCaDVy",
            "P8Y1ZyGjvv2irG",
            "t\nUkxv7eNVpXLi",
            "61/n2x+jPgx8qc",
            "3ogzsnOeAI6LU8",
            "Kc7Om9FLpGIpPB",
            "MyWCPfzDOK\n---",
            "--END OPENSSH ",
            "PRIVATE KEY---",
            "--"
          ]
        },
        {
          parts: [
            "-----BEGIN PGP",
            " PRIVATE KEY B",
            "LOCK-----\nVers",
            "ion: GnuPG v2\n",
            "\n/HDaXqtDtsO/b",
            "gTDsVqVr+zh2pp",
            "+dxJl56LoxTP1X",
            "PpzEdL3uGBlmzO",
            "Rvi0RsgpF\ncfgs",
            "OuIaP1+8BmlUo0",
            "sJ6+1Zb8JFfKAl",
            "xKNsYX8IJdN+hi",
            "hLB1rWSaZug0iL",
            "ynqn\n3FpadU0x+",
            "AonHRoLMAvTl/q",
            "i29TBif7PIgkmf",
            "fY1YyCJpLH6p4s",
            "Lxv49fWHpu9Fm\n",
            "uxJrQWYUuv2o4y",
            "U1lewV/A5zUsZQ",
            "1oqAwCIkIW35IT",
            "UkNkTuarqUqGdM",
            "bUVyPvfa\nMJFj7",
            "YkALzqUYCUJZLe",
            "RRc2TQpNPtF58z",
            "m9E56CdD+06mel",
            "7txMQgL7+XD6XW",
            "oLJ\n-----END P",
            "GP PRIVATE KEY",
            " BLOCK-----"
          ]
        },
        {
          parts: [
            "-----BEGIN PRI",
            "VATE KEY-----\\",
            "nN8q3jdYc5n7ec",
            "2DwvU/GVydt2Mv",
            "Oe2QSAiaQOmeln",
            "QboMeRWO5VzvnB",
            "gQaNmHLKb\\nqII",
            "7jEWoJA/PMBPzr",
            "+GpG4KjpqbF5Xd",
            "QpkcAlu31pbRxv",
            "70LZC0hargXYzp",
            "50StM\\nrh49Cs6",
            "4NMGZrX4K4W6Iq",
            "a0sDLu6XZcMclw",
            "s9xVTFD35Vei9G",
            "CWPjVPwiJzWDLC",
            "8\\nzYhmczfp+tq",
            "jAfDLW5rRXNwts",
            "RMT2SUj89kJKf2",
            "8UHYm5qTTfxAp1",
            "QjBydR5ZFPr\\nw",
            "fDeJbS7RfsgoYY",
            "6cANn07lE7qOJD",
            "kJOeTReVz6O7LC",
            "g1SQkQGY7oMWsu",
            "QSh+XGB\\n-----",
            "END PRIVATE KE",
            "Y-----"
          ]
        },
        {
          parts: [
            "-----BEGIN EC ",
            "PRIVATE KEY---",
            "--\nGo2PvLnWhzb",
            "imNA7kca5E6exH",
            "RFje3xm6c/GGAm",
            "LfhxKEVaKItUnJ",
            "U4WaSNwvnOs\nL+",
            "QHW16M/OFmhXco",
            "I+goZe8EpTYArE",
            "1ivxMqAOjax2V9",
            "vqwokFLvLjmtt3",
            "pbh3VL\n7WCMJYy",
            "E8YNoxf0+psMjI",
            "AsQ9EXxi+8+72Z",
            "Kg0sCdGxEW7zyu",
            "qSaUOa2+AI4hJy",
            "5\nWZlyOx4W6LJy",
            "I4rQUbcZbMK3CI",
            "/0y0gTpsTN8sN3",
            "MeYvCsHMAA6Ne1",
            "BkmK+o4FHy\ntXv",
            "3WKjfkS7O5M+ze",
            "kdc0Us8gbDFe1Y",
            "wDlMxd9qQTvqIk",
            "HLJurHND4vO4Rd",
            "KKGFg\n-----END",
            " EC PRIVATE KE",
            "Y-----"
          ]
        }
      ],
      noMatch: [
        {
          parts: [
            "-----BEGIN PUB",
            "LIC KEY-----\nd",
            "F78Vhp6bFx3Uib",
            "tmqPhBZ7HSFbYA",
            "bPgaxG+j52O0Jr",
            "GVHOQ1iWrp4zmp",
            "gTUOFlN\nOQhsk2",
            "JCQIqZ+A3fkI6k",
            "GFKSWy2x506WKX",
            "OMk32YogEBit+/",
            "dsJlEpS0TJ9rSx",
            "If\nH30dOt91c0j",
            "pQF2j9IFC7dH8d",
            "4iKols/qPQFmxk",
            "YQ8oVLYfCgN0gb",
            "xJ67bdbOAd8\nFa",
            "B7wEs35YXw4g+v",
            "eVqT9IWOAmhLnp",
            "O/sQEorzylR0rY",
            "WEGgv5uWykO2pk",
            "s+I/hY\ngDDRTMq",
            "cqyN2FfqKa0rKn",
            "VtQx7NdTAJ/mBz",
            "k4K7A+C7koR6lY",
            "umZF78YSlpcIXc",
            "f\n-----END PUB",
            "LIC KEY-----"
          ]
        },
        {
          parts: [
            "-----BEGIN CER",
            "TIFICATE-----\n",
            "YtRzj66jtG+h/q",
            "oH8Xsj8djFfyVQ",
            "6dE9095CG0vh1h",
            "onwuZ6OLxionbg",
            "OD0I2BZa\nh9wVm",
            "E4qseatYol8EfF",
            "39AxWSePS8MVQk",
            "mC4Zd9zvmRipRO",
            "T8hBy7fY4gjoRY",
            "W7b\nqAqeuIqRWL",
            "PuQoVtyw9PX3Nz",
            "G6DW/+6VXSlpAs",
            "3NYjA0RyQIXGrk",
            "MG19E8Bkdj37\nA",
            "TMGOjJp/jk5l27",
            "oUC0R2YxUs6MpW",
            "CroZTEIpEPLblu",
            "zDERvlRP8oDAXK",
            "BAfkvwJ\nLH6USE",
            "KukDO7w/0xdwKc",
            "ZQSkP5hqgvEjkd",
            "hPgisyKpc4gwhG",
            "vmRiKfU80LKwtX",
            "0k\n-----END CE",
            "RTIFICATE-----"
          ]
        },
        {
          parts: ["-----BEGIN RSA", " PRIVATE KEY--", "---\n...\n-----E", "ND RSA PRIVATE", " KEY-----"]
        },
        {
          parts: [
            "if (text.inclu",
            'des("-----BEGI',
            "N PRIVATE KEY-",
            '----")) return',
            ' "a private ke',
            "y is expected ",
            "here, as PEM, ",
            "and nothing el",
            'se at all"'
          ]
        }
      ]
    }
  },
  {
    id: "notion-token",
    title: "Notion token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["ntn_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>ntn_[0-9]{11}[A-Za-z0-9]{35})(?![A-Za-z0-9])",
    link: "https://developers.notion.com/docs/authorization",
    revoke: "Rotate it under My integrations.",
    examples: {
      match: [
        {
          parts: ["ntn_8411757032", "8Tdo1vQHQJMoHa", "TLRIs9koL9Io6S", "IJL0s8bx"]
        }
      ],
      noMatch: [
        {
          parts: ["ntn", "_ab", "c"]
        }
      ]
    }
  },
  {
    id: "linear-key",
    title: "Linear API key in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["lin_api_", "lin_oauth_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>lin_(?:api|oauth)_[A-Za-z0-9]{40,64})(?![A-Za-z0-9])",
    link: "https://linear.app/developers",
    revoke: "Revoke it under Settings, API.",
    examples: {
      match: [
        {
          parts: ["lin_api_iOdEJS", "e0wVPBaoPgRl3K", "8yywsKuQKkjOsn", "Kf56IB"]
        }
      ],
      noMatch: [
        {
          parts: ["lin_ap", "i_shor", "t"]
        }
      ]
    }
  },
  {
    id: "databricks-token",
    title: "Databricks token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["dapi"],
    pattern: "(?<![A-Za-z0-9])(?<secret>dapi[a-fA-F0-9]{32}(?:-[0-9]{1,2})?)(?![A-Za-z0-9])",
    link: "https://docs.databricks.com/aws/en/dev-tools/auth/pat",
    revoke: "Revoke it under Developer, Access tokens.",
    examples: {
      match: [
        {
          parts: ["dapiff5241fb93", "71b3edeb208985", "58a600db"]
        }
      ],
      noMatch: [
        {
          parts: ["dapi", "1234"]
        }
      ]
    }
  },
  {
    id: "grafana-token",
    title: "Grafana token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["glsa_", "glc_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>(?:glsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8}|glc_eyJ[A-Za-z0-9+/]{30,400}={0,2}))(?![A-Za-z0-9+/])",
    link: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
    revoke: "Delete it under Service accounts.",
    examples: {
      match: [
        {
          parts: ["glsa_WkJRajIAo", "W15pv74ckxiQSB", "Mf4Zsklfn_26dc", "8e74"]
        },
        {
          parts: [
            "glc_eyJubA0r9a",
            "H2Ce3z0jNtbzrD",
            "AB1DGyNzBPwnb8",
            "RMwfFbRRv4wABM",
            "26bTkzHyNnw7CC",
            "kU1k9JcC7YSto4",
            "rZuQ4H29hssIk"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["glsa_", "short"]
        },
        {
          parts: ["glc_", "plai", "n"]
        }
      ]
    }
  },
  {
    id: "cloudflare-token",
    title: "Cloudflare token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["cfat_", "cfut_", "cfk_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>cf(?:at|ut|k)_[A-Za-z0-9]{40}[0-9a-f]{8})(?![A-Za-z0-9])",
    link: "https://developers.cloudflare.com/fundamentals/api/get-started/create-token/",
    revoke: "Roll it under My Profile, API Tokens.",
    examples: {
      match: [
        {
          parts: ["cfut_W6vQ9Fe0q", "o8qjVMGqXJhWaW", "eCvCVjm6pmrW9Y", "qsCf8735daa"]
        }
      ],
      noMatch: [
        {
          parts: ["cfat_t", "ooshor", "t"]
        },
        {
          parts: ["xcfat_BIalpopX", "dPODjIf0lDe3KQ", "iIfXnwWk0cO24F", "Ld3a3a427f70"]
        }
      ]
    }
  },
  {
    id: "figma-token",
    title: "Figma token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["figd_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>figd_[A-Za-z0-9_-]{40,60})(?![A-Za-z0-9_-])",
    link: "https://www.figma.com/developers/api#access-tokens",
    revoke: "Revoke it under Settings, Security.",
    examples: {
      match: [
        {
          parts: ["figd_fpceCm8Qc", "VzXrj5xHtiGNmA", "HakvjKkF4nbFYa", "baHCxr"]
        }
      ],
      noMatch: [
        {
          parts: ["figd", "_abc"]
        }
      ]
    }
  },
  {
    id: "vercel-token",
    title: "Vercel token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["vcp_", "vci_", "vca_", "vcr_", "vck_"],
    pattern: "(?<![A-Za-z0-9])(?<secret>vc[piark]_[A-Za-z0-9]{36,64})(?![A-Za-z0-9])",
    link: "https://vercel.com/docs/rest-api",
    revoke: "Delete it under Account settings, Tokens.",
    examples: {
      match: [
        {
          parts: ["vcp_Cq330Hhwa0", "8abiy9IxkFb4UW", "9mSJkqJWjHCvUX", "8x8LRfUVLaDBnr", "wCW3"]
        }
      ],
      noMatch: [
        {
          parts: ["vcp", "_ab", "c"]
        }
      ]
    }
  },
  {
    id: "onepassword-service-token",
    title: "1Password service account token in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["ops_eyJ"],
    pattern: "(?<![A-Za-z0-9])(?<secret>ops_eyJ[A-Za-z0-9_-]{200,2000})",
    link: "https://developer.1password.com/docs/service-accounts/",
    revoke: "Rotate it in 1Password under Service accounts.",
    examples: {
      match: [
        {
          parts: [
            "ops_eyJlAphrrV",
            "z1VyytW1L-Tfi0",
            "afrK8H8oxfxXcW",
            "4EROXtS16SdifY",
            "pGEJj-bpk7viyD",
            "f57u9dUj53YFEa",
            "Uop9xgdSeMN-Ce",
            "rh4Ni-Paw-eOAn",
            "0zfOzKwMIKuQh8",
            "3Nz0bQ3s_8Emjh",
            "4esuodNraxG1m4",
            "NKPssaIF7zcRZX",
            "7wRGbDPQOAHRhO",
            "_F1FHhOEkn_B6I",
            "ap-vmSXPUg1Lf8",
            "SZD6PhqOdPZMrb",
            "2fqs5h3cSZtYUC",
            "r_D_011HZ4Yxv1",
            "6c0ThPjlvqreH_",
            "kHUEQwJooBquRY",
            "GrgPYOgN7ApMNq",
            "rua_8VVdJXHun"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["ops_ey", "Jshort"]
        }
      ]
    }
  },
  {
    id: "atlassian-token",
    title: "Atlassian API token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["ATATT3xFf"],
    pattern: "(?<![A-Za-z0-9])(?<secret>ATATT3xFf[A-Za-z0-9+/=_-]{100,260})",
    link: "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
    revoke: "Revoke it at id.atlassian.com.",
    examples: {
      match: [
        {
          parts: [
            "ATATT3xFfGF0i0",
            "1CicoRn264JBYZ",
            "U-QYJH4QoJ9AbD",
            "JYoAobeKcHuqfz",
            "jSlW5p_NcDwIUD",
            "yLtGmlzb8F0mK-",
            "ZLMRdfx85F9t52",
            "J6yIGghr8Gp4Bv",
            "YHI-AUeJumm6dS",
            "Zpi6Hee3_UBvSg",
            "XGm_QYgy9jWgz0",
            "vlIwbSowSariQR",
            "yQ1Lk_EjNPYzSd",
            "=4475AAB8"
          ]
        }
      ],
      noMatch: [
        {
          parts: ["ATAT", "T3xF", "f"]
        }
      ]
    }
  },
  {
    id: "telegram-bot-token",
    title: "Telegram bot token in the tree",
    severity: "high",
    confidence: "high",
    keywords: [":AA"],
    pattern: "(?<![A-Za-z0-9:])(?<secret>[0-9]{8,10}:AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])",
    link: "https://core.telegram.org/bots/api#authorizing-your-bot",
    revoke: "Revoke it with BotFather.",
    examples: {
      match: [
        {
          parts: ["bot 2221128538", ":AA6UJrF2IcAgq", "PJUJnYzsF8Ibn3", "NHmuLuQ9"]
        }
      ],
      noMatch: [
        {
          parts: ["1234", "5:AA"]
        }
      ]
    }
  },
  {
    id: "square-token",
    title: "Square token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["sq0csp-", "EAAA"],
    pattern: "(?<![A-Za-z0-9])(?<secret>sq0csp-[A-Za-z0-9_-]{43}|EAAA[A-Za-z0-9_-]{60})(?![A-Za-z0-9_-])",
    link: "https://developer.squareup.com/docs/build-basics/access-tokens",
    revoke: "Replace it in the Square developer console.",
    examples: {
      match: [
        {
          parts: ["sq0csp-oK7CIbQ", "3xxUxJOIX3Q29f", "Vf2A7j5KUfO57T", "fBviq5Qn"]
        }
      ],
      noMatch: [
        {
          parts: ["sq0idp-Co9nelq", "OpE5uPMMaUbM3D", "6"]
        }
      ]
    }
  },
  {
    id: "new-relic-key",
    title: "New Relic key in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["NRAK-"],
    pattern: "(?<![A-Za-z0-9])(?<secret>NRAK-[A-Z0-9]{27})(?![A-Za-z0-9])",
    link: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    revoke: "Delete it under API keys.",
    examples: {
      match: [
        {
          parts: ["NRAK-2WFHQUZMM", "J7OHMPBZ0UHM2L", "K5LW"]
        }
      ],
      noMatch: [
        {
          parts: ["NRAK-", "SHORT"]
        }
      ]
    }
  },
  {
    id: "pulumi-token",
    title: "Pulumi token in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["pul-"],
    pattern: "(?<![A-Za-z0-9])(?<secret>pul-[a-f0-9]{40})(?![A-Za-z0-9])",
    minEntropy: 2.5,
    link: "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
    revoke: "Delete it under Access tokens.",
    examples: {
      match: [
        {
          parts: ["pul-7e1af23a1b", "d97d5e79107f28", "8da3096074296f", "28"]
        }
      ],
      noMatch: [
        {
          parts: ["pul-re", "quests"]
        }
      ]
    }
  },
  {
    id: "postman-key",
    title: "Postman API key in the tree",
    severity: "high",
    confidence: "high",
    keywords: ["PMAK-"],
    pattern: "(?<![A-Za-z0-9])(?<secret>PMAK-[a-f0-9]{24}-[a-f0-9]{34})(?![A-Za-z0-9])",
    link: "https://learning.postman.com/docs/developer/postman-api/authentication/",
    revoke: "Delete it under Settings, API keys.",
    examples: {
      match: [
        {
          parts: ["PMAK-21b8e4741", "b422f2fbbb5ad7", "b-02e7f4187046", "fefaab7e3d9c96", "4e45123c"]
        }
      ],
      noMatch: [
        {
          parts: ["PMAK-", "short"]
        }
      ]
    }
  },
  {
    id: "ethereum-private-key",
    title: "Ethereum private key in the tree",
    severity: "critical",
    confidence: "high",
    keywords: ["0x", "private"],
    pattern: `(?:priv(?:ate)?|secret)[_.\\-\\s]?key["\\']?\\s{0,5}(?::=|=>|[=:])\\s{0,5}["\\']?(?<secret>0x[0-9a-f]{64})(?![0-9a-f])`,
    ignoreCase: true,
    minEntropy: 3,
    link: "https://ethereum.org/en/security/",
    revoke: "Move the funds to a new account.",
    examples: {
      match: [
        {
          parts: [
            "PRIVATE_KEY=0x",
            "bcc7396eebcef0",
            "c3f162cc9ac849",
            "7109dbe321d680",
            "8148f6de1647cb",
            "504c22b8"
          ]
        }
      ],
      noMatch: [
        {
          parts: [
            "tx hash 0xe877",
            "2bc29f4bec5aed",
            "dcf93ea0fac9a0",
            "4d05e7af18efd7",
            "e76bdf3b46beda",
            "b289"
          ]
        },
        {
          parts: [
            "PRIVATE_KEY=0x",
            "00000000000000",
            "00000000000000",
            "00000000000000",
            "00000000000000",
            "00000000"
          ]
        }
      ]
    }
  },
  {
    id: "database-url",
    title: "Database URL with password in the tree",
    severity: "high",
    confidence: "medium",
    keywords: ["://"],
    pattern: "(?<![A-Za-z0-9])(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|mongodb|redis|rediss|amqp|amqps|mssql|sqlserver|cockroachdb|clickhouse|neo4j)(?:\\+[a-z0-9]{1,12})?://(?<user>[^\\s:/@\"\\'<>`]{0,64}):(?<secret>[^\\s\"\\'<>`/]{3,128})@(?<host>[A-Za-z0-9_.\\-\\[\\]]{1,253})",
    check: "url-password",
    link: "https://12factor.net/config",
    revoke: "Change the password in the database.",
    examples: {
      match: [
        {
          parts: ["DATABASE_URL=p", "ostgres://app:", "k7Wq9cxK7aaepD", "xg@db.internal", ":5432/shop"]
        },
        {
          parts: ["mongodb+srv://", "svc:k7Wq9cxK7a", "aepDxg@cluster", "0.mongodb.net/", "x"]
        },
        {
          parts: ["redis://:k7Wq9", "cxK7aaepDxg@ca", "che.internal:6", "379"]
        }
      ],
      noMatch: [
        {
          parts: ["postgres://pos", "tgres:postgres", "@localhost/db"]
        },
        {
          parts: ["postgres://use", "r:${DB_PASSWOR", "D}@db/x"]
        },
        {
          parts: ["mysql://root:p", "assword@localh", "ost/x"]
        },
        {
          parts: ["postgres://$(P", "GUSER):$(PGPAS", "SWORD)@$(PGHOS", "T)/x"]
        },
        {
          parts: ["postgresql://{", "username}:{pas", "sword}@{{host}", "}/x"]
        },
        {
          parts: ["mongodb://loc", "alhost:27017/", "x"]
        },
        {
          parts: ["mysql://admin:", "REPLACE_WITH_P", "ASSWORD@mysql.", "server.com:330", "6/x"]
        }
      ]
    }
  },
  {
    id: "url-credentials",
    title: "URL with credentials in the tree",
    severity: "medium",
    confidence: "medium",
    keywords: ["://"],
    pattern: "(?<![A-Za-z0-9])(?:https?|ftps?|sftp|ssh|smtps?|ldaps?|git|wss?|socks5)://(?<user>[^\\s:/@\"\\'<>`?#]{1,64}):(?<secret>[^\\s\"\\'<>`/?#]{3,128})@(?<host>[A-Za-z0-9_.\\-\\[\\]]{1,253})",
    check: "url-password",
    link: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
    revoke: "Change the password, and pass credentials outside the URL.",
    examples: {
      match: [
        {
          parts: ["https://deploy", ":k7Wq9cxK7aaep", "Dxg@registry.e", "xample/x"]
        },
        {
          parts: ["ftp://backup:k", "7Wq9cxK7aaepDx", "g@files.intern", "al"]
        }
      ],
      noMatch: [
        {
          parts: ["https://userna", "me:password@ex", "ample.com/api"]
        },
        {
          parts: ["https://${user", "}:${pass}@host", "/"]
        },
        {
          parts: ["https://x-acce", "ss-token:${{ g", "ithub.token }}", "@github.com/x"]
        },
        {
          parts: ["https://user:", "abc@api.com/v", "1"]
        },
        {
          parts: ["https://user:1", "111@service.co", "m"]
        },
        {
          parts: ["git clone http", "s://$USER:$TOK", "EN@github.com/", "a/b"]
        },
        {
          parts: ["https://fonts.", "googleapis.com", "/css2?family=I", "nter:wght@400"]
        }
      ]
    }
  },
  {
    id: "json-web-token",
    title: "JSON Web Token in the tree",
    severity: "low",
    confidence: "low",
    keywords: ["eyJ"],
    pattern: "(?<![A-Za-z0-9])(?<secret>eyJ[A-Za-z0-9_-]{10,500}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{16,1000})",
    check: "jwt",
    allow: ["SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c$"],
    link: "https://www.rfc-editor.org/rfc/rfc7519",
    revoke: "End the session or replace the signing key if it still counts.",
    examples: {
      match: [
        {
          parts: [
            "token=eyJhbGci",
            "OiJIUzI1NiIsIn",
            "R5cCI6IkpXVCJ9",
            ".eyJzdWIiOiI0O",
            "DIxMyIsInJvbGU",
            "iOiJhZG1pbiIsI",
            "mlhdCI6MTc5MDA",
            "wMDAwMH0.ydw2V",
            "ZjSeM58UiaNfjS",
            "_FfkB1vE4a88xd",
            "4Sj7kc20Dz"
          ]
        }
      ],
      noMatch: [
        {
          parts: [
            "eyJhbGciOiJIUz",
            "I1NiIsInR5cCI6",
            "IkpXVCJ9.eyJzd",
            "WIiOiIxMjM0NTY",
            "3ODkwIiwibmFtZ",
            "SI6IkpvaG4gRG9",
            "lIiwiaWF0IjoxN",
            "TE2MjM5MDIyfQ.",
            "SflKxwRJSMeKKF",
            "2QT4fwpMeJf36P",
            "Ok6yJV_adQssw5",
            "c"
          ]
        },
        {
          parts: ["eyJx.", "eyJy.", "z"]
        }
      ]
    }
  },
  {
    id: "assigned-secret",
    title: "Secret value in the tree",
    severity: "medium",
    confidence: "low",
    keywords: [
      "password",
      "passwd",
      "pwd",
      "secret",
      "token",
      "apikey",
      "api_key",
      "api-key",
      "access_key",
      "accesskey",
      "auth_key",
      "authkey",
      "credential",
      "private_key",
      "privatekey",
      "encryption_key",
      "signing_key"
    ],
    pattern: `(?<name>(?:password|passwd|pwd|secret|token|api[_.\\-]?key|access[_.\\-]?key|auth[_.\\-]?key|credentials?|private[_.\\-]?key|encryption[_.\\-]?key|signing[_.\\-]?key)[A-Za-z0-9_]{0,16})["\\']?\\s{0,5}(?::=|=>|[=:])\\s{0,5}["\\'](?<secret>[A-Za-z0-9_+/=.~!@#$%^&*-]{12,256})["\\']`,
    ignoreCase: true,
    minEntropy: 3.4,
    check: "generic",
    link: "https://owasp.org/www-project-top-ten/",
    revoke: "Change it where it is used.",
    examples: {
      match: [
        {
          parts: ["const apiKey =", ' "v9dn0n4u8bbx', "flkdjacr52x3e9", '"']
        },
        {
          parts: ['password: "hT9', "$k2fslXs9ZuT72", 'u"']
        },
        {
          parts: ['"client_secret', '": "q48K2ENJuU', "yJ7jXsd2E4JByb", "KvZisluQTJT9LQ", 'tt"']
        }
      ],
      noMatch: [
        {
          parts: ["const token = ", '"authorization', '-token-header"']
        },
        {
          parts: ['password: "c', "hangeme12345", '"']
        },
        {
          parts: ['apiKey: "your', "-api-key-1234", '"']
        },
        {
          parts: ['token: "${{ se', "crets.DEPLOY_T", 'OKEN_2 }}"']
        },
        {
          parts: ["const secret =", ' process.env["', "SESSION_SECRET", '_2"]']
        },
        {
          parts: ['tokenUrl: "api', ".example.com/o", "auth2/v1/token", '"']
        },
        {
          parts: ["passwordField ", '= "user.passwo', 'rdField2"']
        },
        {
          parts: ['secretName: "p', "rod-db-credent", 'ials-v2"']
        },
        {
          parts: ['token: "aaaaaa', "aaaaaaaaaaaaaa", '1"']
        }
      ]
    }
  },
  {
    id: "configured-secret",
    title: "Secret value in the tree",
    severity: "medium",
    confidence: "low",
    keywords: [
      "password",
      "passwd",
      "pwd",
      "secret",
      "token",
      "apikey",
      "api_key",
      "api-key",
      "access_key",
      "auth_key",
      "private_key",
      "encryption_key",
      "signing_key"
    ],
    pattern: "(?:^|\\n)[ \\t-]{0,12}(?:export[ \\t]{1,4})?(?<name>[A-Za-z0-9_.\\-]{0,40}?(?:password|passwd|pwd|secret|token|api[_.\\-]?key|access[_.\\-]?key|auth[_.\\-]?key|private[_.\\-]?key|encryption[_.\\-]?key|signing[_.\\-]?key)[A-Za-z0-9_]{0,16})[ \\t]{0,4}[=:][ \\t]{0,4}(?<secret>[A-Za-z0-9_+/=.~!@^&*-]{12,256})[ \\t]{0,8}(?=\\r?\\n|$)",
    ignoreCase: true,
    minEntropy: 3.4,
    check: "generic",
    paths: "(?:^|/)(?:\\.env[^/]*|[^/]*\\.(?:env|ini|cfg|conf|config|properties|toml|ya?ml|tfvars|sh))$|(?:^|/)\\.(?:npmrc|pypirc|netrc|envrc)$",
    link: "https://12factor.net/config",
    revoke: "Change it where it is used.",
    examples: {
      match: [
        {
          parts: ["A=1\nSHOP_API_K", "EY=q42t1WmTm7T", "WtfvQe3p4rHqwl", "DPaWRnU\nB=2"],
          path: "deploy/.env.production"
        },
        {
          parts: ["export DB_PASS", "WORD=hT9k2w7IS", "Hu9SoRFa"],
          path: "deploy/.env.production"
        },
        {
          parts: ["auth_token: z0", "joWPJD0Jb8PhOo", "lLhxEAZLnHlxKg", "q7"],
          path: "deploy/.env.production"
        }
      ],
      noMatch: [
        {
          parts: ["API_KEY=your", "-api-key-123", "4"],
          path: "deploy/.env.production"
        },
        {
          parts: ["TOKEN_URL=http", "s://auth.examp", "le.com/v1"],
          path: "deploy/.env.production"
        },
        {
          parts: ["PASSWORD=c", "hangeme123", "4"],
          path: "deploy/.env.production"
        },
        {
          parts: ["SECRET_NAME=pr", "od-db-credenti", "als-v2"],
          path: "deploy/.env.production"
        },
        {
          parts: ["TOKEN=${DEP", "LOY_TOKEN_1", "}"],
          path: "deploy/.env.production"
        },
        {
          parts: ["token = someToken", "Factory12Value"],
          path: "src/a.js"
        }
      ]
    }
  }
];
var SECRET_RULES = rules_default.map(compileRule);
function compileRule(data) {
  if (!data.pattern.includes("(?<secret>")) throw new Error(`rule ${data.id} has no group "secret"`);
  if (data.check !== void 0 && !(data.check in CHECKS)) {
    throw new Error(`rule ${data.id} names the unknown check ${data.check}`);
  }
  return {
    data,
    pattern: new RegExp(data.pattern, data.ignoreCase ? "dgi" : "dg"),
    keywords: data.ignoreCase ? data.keywords.map((word) => word.toLowerCase()) : data.keywords,
    paths: data.paths === void 0 ? void 0 : new RegExp(data.paths),
    allow: (data.allow ?? []).map((pattern) => new RegExp(pattern)),
    lower: data.lower && {
      pattern: new RegExp(data.lower.pattern),
      severity: data.lower.severity
    },
    check: data.check === void 0 ? void 0 : CHECKS[data.check]
  };
}
var MAX_PER_RULE = 500;
var FILLING_ENTROPY = 2.6;
var placeholders = dummies_default.placeholders.map((pattern) => new RegExp(pattern, "i"));
function detectSecrets(text, path) {
  const found = [];
  const lower = text.toLowerCase();
  let cut;
  for (const rule of SECRET_RULES) {
    if (rule.paths && !rule.paths.test(path)) continue;
    const searched = rule.data.ignoreCase ? lower : text;
    if (!rule.keywords.some((keyword) => searched.includes(keyword))) continue;
    let tries = 0;
    for (const match of text.matchAll(rule.pattern)) {
      if (++tries > MAX_PER_RULE) {
        cut = rule.data.id;
        break;
      }
      const detection = judge(rule, match, path);
      if (detection && !found.some((other) => overlap(other, detection))) found.push(detection);
    }
  }
  return { found: found.sort((a, b) => a.start - b.start), cut };
}
function judge(rule, match, path) {
  const secret = match.groups?.["secret"];
  const range = match.indices?.groups?.["secret"];
  if (secret === void 0 || range === void 0) return void 0;
  if (rule.allow.some((pattern) => pattern.test(secret))) return void 0;
  const multiline = rule.data.check === "pem-body";
  if (!multiline && placeholders.some((pattern) => pattern.test(secret))) return void 0;
  const entropy = entropyOf(secret);
  if (rule.data.minEntropy !== void 0 && entropy < rule.data.minEntropy) return void 0;
  const answer = rule.check?.({ secret, groups: match.groups ?? {}, path }) ?? "keep";
  if (answer === "drop") return void 0;
  const sure = answer === "keep" ? rule.data.confidence : answer;
  return {
    rule,
    severity: rule.lower?.pattern.test(secret) ? rule.lower.severity : rule.data.severity,
    confidence: entropy < FILLING_ENTROPY ? "low" : sure,
    secret,
    start: range[0],
    end: range[1]
  };
}
function overlap(a, b) {
  return a.start < b.end && b.start < a.end;
}
var SHOWN = 4;
function redact(secret) {
  const shown = Math.min(SHOWN, Math.floor(secret.length / 5));
  const start = secret.trimStart().slice(0, shown).replaceAll(/[^\x21-\x7e]/g, "?");
  return `${start}\u2026 (${secret.length} characters)`;
}
var SNIFFED_BYTES = 8192;
var utf8 = new TextDecoder("utf-8");
var utf16le = new TextDecoder("utf-16le");
var utf16be = new TextDecoder("utf-16be");
function decodeText(bytes) {
  if (bytes[0] === 255 && bytes[1] === 254) return utf16le.decode(bytes);
  if (bytes[0] === 254 && bytes[1] === 255) return utf16be.decode(bytes);
  if (bytes.subarray(0, SNIFFED_BYTES).includes(0)) return void 0;
  return utf8.decode(bytes);
}
function createPositionFinder(text) {
  let starts;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low] + 1 };
  };
}
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
var BINARY_EXTENSION = /\.(?:7z|avif|bmp|br|bz2|class|dll|dylib|eot|exe|gif|gz|ico|jar|jpe?g|mov|mp[34]|o|ogg|otf|pdf|png|pyc|rar|so|tar|tgz|tiff?|ttf|war|wasm|wav|webm|webp|woff2?|xz|zip|zst)$/i;
var secretsScanner = {
  id: "secrets",
  title: "Secrets",
  perFile: true,
  wants: (path) => !BINARY_EXTENSION.test(path),
  scan: scanSecrets
};
async function scanSecrets(input) {
  const findings = [];
  const fileErrors = [];
  for (const file of input.files) {
    input.signal.throwIfAborted();
    try {
      scanText(file, await file.read(), findings, fileErrors);
    } catch (thrown) {
      if (!(thrown instanceof import_cli3.SallyportError)) throw thrown;
      fileErrors.push({ path: file.path, code: thrown.code, message: (0, import_cli3.messageOf)(thrown) });
    }
  }
  return { findings, fileErrors };
}
function scanText(file, bytes, findings, fileErrors) {
  const text = decodeText(bytes);
  if (text === void 0) return;
  const { found, cut } = detectSecrets(text, file.path);
  const positionOf = createPositionFinder(text);
  for (const detection of found) {
    const start = positionOf(detection.start);
    const endLine = positionOf(Math.max(detection.start, detection.end - 1)).line;
    findings.push({ ...describe(detection), path: file.path, ...start, endLine });
  }
  if (cut !== void 0) {
    const message = `the file has more candidates for the rule ${cut} than are judged`;
    fileErrors.push({ path: file.path, code: "LIMIT_EXCEEDED", message });
  }
}
function describe({ rule, severity, confidence, secret }) {
  const { id, title, revoke, link } = rule.data;
  return {
    rule: id,
    severity,
    confidence,
    title,
    message: `${title}: ${redact(secret)}. Whoever can read the repository, now or later, can use it, also after it is deleted. ${revoke} Then pass it from a secret store at run time.`,
    package: null,
    advisory: null,
    identity: [(0, import_cli.sha256Hex)(`sallyport/secret\0${secret}`)],
    ...link === void 0 ? {} : { link }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  scanner_F6UI5G3T
});
