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
  chunk_A5BHWNUW: () => chunk_A5BHWNUW_exports
});
module.exports = stdin_exports;
var import_environments_file_B169AE2E = require("./environments-file-B169AE2E.cjs").chunk_7MSCG7IE;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_QAKKENVC;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_439F88D82 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli6 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_crypto = process.getBuiltinModule("node:crypto");
var import_node_path2 = process.getBuiltinModule("node:path");

var import_node_path3 = process.getBuiltinModule("node:path");
var import_node_path4 = process.getBuiltinModule("node:path");

var import_node_path5 = process.getBuiltinModule("node:path");

var import_node_path6 = process.getBuiltinModule("node:path");
var import_node_fs = process.getBuiltinModule("node:fs");
var import_node_crypto2 = process.getBuiltinModule("node:crypto");

var import_node_fs2 = process.getBuiltinModule("node:fs");


var import_node_path7 = process.getBuiltinModule("node:path");
var import_node_path8 = process.getBuiltinModule("node:path");
var import_node_path9 = process.getBuiltinModule("node:path");

var import_node_path10 = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_A5BHWNUW_exports = {};
__export2(chunk_A5BHWNUW_exports, {
  ADDRESS_REST: () => ADDRESS_REST,
  CLEARANCE_FILE: () => CLEARANCE_FILE,
  EMPTY_FRONTIER: () => EMPTY_FRONTIER,
  KEY_LIST_LIFETIME: () => KEY_LIST_LIFETIME,
  MAP_LIFETIME: () => MAP_LIFETIME,
  MIGRATIONS: () => MIGRATIONS,
  PERSON_EVIDENCE: () => PERSON_EVIDENCE,
  RequestRefusal: () => RequestRefusal,
  announceEnds: () => announceEnds,
  appendAndReplay: () => appendAndReplay,
  becomeOwnerOf: () => becomeOwnerOf,
  beginRecovery: () => beginRecovery,
  checkMeshDomain: () => checkMeshDomain,
  chosenStore: () => chosenStore,
  collection: () => collection,
  copyFromSqlite: () => copyFromSqlite,
  copyToSqlite: () => copyToSqlite,
  createEnvironmentsReader: () => createEnvironmentsReader,
  createTileFolder: () => createTileFolder,
  currentMapVersion: () => currentMapVersion,
  discardDataDirectory: () => discardDataDirectory,
  distribute: () => distribute,
  dropGrant: () => dropGrant,
  dropSlots: () => dropSlots,
  endExpiredLeases: () => endExpiredLeases,
  endNode: () => endNode,
  endRecovery: () => endRecovery,
  findMark: () => findMark,
  findPseudonym: () => findPseudonym,
  forgetPerson: () => forgetPerson,
  grantedRoles: () => grantedRoles,
  growFrontier: () => growFrontier,
  initialise: () => initialise,
  isOfStore: () => isOfStore,
  keepKeyList: () => keepKeyList,
  keepStoreLocation: () => keepStoreLocation,
  lockDataDirectory: () => lockDataDirectory,
  logPath: () => logPath,
  makeDelta: () => makeDelta,
  makeFirstAdminCode: () => makeFirstAdminCode,
  makeSelf: () => makeSelf,
  makeSnapshot: () => makeSnapshot,
  migratePostgres: () => migratePostgres,
  nameOf: () => nameOf,
  newerSchema: () => newerSchema,
  nextMapVersion: () => nextMapVersion,
  openDataDirectory: () => openDataDirectory,
  openPool: () => openPool,
  openRecovery: () => openRecovery,
  openSqliteStore: () => openSqliteStore,
  openStore: () => openStore,
  personIdOf: () => personIdOf,
  pseudonymOf: () => pseudonymOf,
  putMark: () => putMark,
  readEarlierLogKeys: () => readEarlierLogKeys,
  reasonOf: () => reasonOf,
  recoverFrontier: () => recoverFrontier,
  refuseForeignStore: () => refuseForeignStore,
  refuseOccupied: () => refuseOccupied,
  refuseWhileRecovering: () => refuseWhileRecovering,
  registerEnvironments: () => registerEnvironments,
  renewMaps: () => renewMaps,
  replayLog: () => replayLog,
  resumeNode: () => resumeNode,
  schemaVersionOf: () => schemaVersionOf,
  sendRelayToken: () => sendRelayToken,
  sendSnapshots: () => sendSnapshots,
  serveLogFile: () => serveLogFile,
  settleKeys: () => settleKeys,
  sqliteIn: () => sqliteIn,
  stageKeys: () => stageKeys,
  storeFailure: () => storeFailure,
  storeLocationOf: () => storeLocationOf,
  storeOf: () => storeOf,
  storePath: () => storePath,
  suspendNode: () => suspendNode,
  takeSlot: () => takeSlot,
  tryFirstAdminCode: () => tryFirstAdminCode,
  useFirstAdminCode: () => useFirstAdminCode,
  voidWhatWasHandedOut: () => voidWhatWasHandedOut,
  watchLeases: () => watchLeases,
  withFreshClient: () => withFreshClient,
  withStore: () => withStore,
  writeMeshDomain: () => writeMeshDomain,
  writeNodeEnd: () => writeNodeEnd,
  writeNodeEnds: () => writeNodeEnds
});
var require_postgres_array = (0, import_cli6.__commonJS)({
  "node_modules/postgres-array/index.js"(exports2) {
    "use strict";
    exports2.parse = function(source, transform) {
      return new ArrayParser(source, transform).parse();
    };
    var ArrayParser = class _ArrayParser {
      constructor(source, transform) {
        this.source = source;
        this.transform = transform || identity;
        this.position = 0;
        this.entries = [];
        this.recorded = [];
        this.dimension = 0;
      }
      isEof() {
        return this.position >= this.source.length;
      }
      nextCharacter() {
        var character = this.source[this.position++];
        if (character === "\\") {
          return {
            value: this.source[this.position++],
            escaped: true
          };
        }
        return {
          value: character,
          escaped: false
        };
      }
      record(character) {
        this.recorded.push(character);
      }
      newEntry(includeEmpty) {
        var entry;
        if (this.recorded.length > 0 || includeEmpty) {
          entry = this.recorded.join("");
          if (entry === "NULL" && !includeEmpty) {
            entry = null;
          }
          if (entry !== null) entry = this.transform(entry);
          this.entries.push(entry);
          this.recorded = [];
        }
      }
      consumeDimensions() {
        if (this.source[0] === "[") {
          while (!this.isEof()) {
            var char = this.nextCharacter();
            if (char.value === "=") break;
          }
        }
      }
      parse(nested) {
        var character, parser, quote2;
        this.consumeDimensions();
        while (!this.isEof()) {
          character = this.nextCharacter();
          if (character.value === "{" && !quote2) {
            this.dimension++;
            if (this.dimension > 1) {
              parser = new _ArrayParser(this.source.substr(this.position - 1), this.transform);
              this.entries.push(parser.parse(true));
              this.position += parser.position - 2;
            }
          } else if (character.value === "}" && !quote2) {
            this.dimension--;
            if (!this.dimension) {
              this.newEntry();
              if (nested) return this.entries;
            }
          } else if (character.value === '"' && !character.escaped) {
            if (quote2) this.newEntry(true);
            quote2 = !quote2;
          } else if (character.value === "," && !quote2) {
            this.newEntry();
          } else {
            this.record(character.value);
          }
        }
        if (this.dimension !== 0) {
          throw new Error("array dimension not balanced");
        }
        return this.entries;
      }
    };
    function identity(value) {
      return value;
    }
  }
});
var require_arrayParser = (0, import_cli6.__commonJS)({
  "node_modules/pg-types/lib/arrayParser.js"(exports2, module2) {
    var array2 = require_postgres_array();
    module2.exports = {
      create: function(source, transform) {
        return {
          parse: function() {
            return array2.parse(source, transform);
          }
        };
      }
    };
  }
});
var require_postgres_date = (0, import_cli6.__commonJS)({
  "node_modules/postgres-date/index.js"(exports2, module2) {
    "use strict";
    var DATE_TIME = /(\d{1,})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(\.\d{1,})?.*?( BC)?$/;
    var DATE = /^(\d{1,})-(\d{2})-(\d{2})( BC)?$/;
    var TIME_ZONE = /([Z+-])(\d{2})?:?(\d{2})?:?(\d{2})?/;
    var INFINITY = /^-?infinity$/;
    module2.exports = function parseDate(isoDate) {
      if (INFINITY.test(isoDate)) {
        return Number(isoDate.replace("i", "I"));
      }
      var matches = DATE_TIME.exec(isoDate);
      if (!matches) {
        return getDate(isoDate) || null;
      }
      var isBC = !!matches[8];
      var year = parseInt(matches[1], 10);
      if (isBC) {
        year = bcYearToNegativeYear(year);
      }
      var month = parseInt(matches[2], 10) - 1;
      var day = matches[3];
      var hour = parseInt(matches[4], 10);
      var minute = parseInt(matches[5], 10);
      var second = parseInt(matches[6], 10);
      var ms = matches[7];
      ms = ms ? 1e3 * parseFloat(ms) : 0;
      var date;
      var offset = timeZoneOffset(isoDate);
      if (offset != null) {
        date = new Date(Date.UTC(year, month, day, hour, minute, second, ms));
        if (is0To99(year)) {
          date.setUTCFullYear(year);
        }
        if (offset !== 0) {
          date.setTime(date.getTime() - offset);
        }
      } else {
        date = new Date(year, month, day, hour, minute, second, ms);
        if (is0To99(year)) {
          date.setFullYear(year);
        }
      }
      return date;
    };
    function getDate(isoDate) {
      var matches = DATE.exec(isoDate);
      if (!matches) {
        return;
      }
      var year = parseInt(matches[1], 10);
      var isBC = !!matches[4];
      if (isBC) {
        year = bcYearToNegativeYear(year);
      }
      var month = parseInt(matches[2], 10) - 1;
      var day = matches[3];
      var date = new Date(year, month, day);
      if (is0To99(year)) {
        date.setFullYear(year);
      }
      return date;
    }
    function timeZoneOffset(isoDate) {
      if (isoDate.endsWith("+00")) {
        return 0;
      }
      var zone = TIME_ZONE.exec(isoDate.split(" ")[1]);
      if (!zone) return;
      var type = zone[1];
      if (type === "Z") {
        return 0;
      }
      var sign = type === "-" ? -1 : 1;
      var offset = parseInt(zone[2], 10) * 3600 + parseInt(zone[3] || 0, 10) * 60 + parseInt(zone[4] || 0, 10);
      return offset * sign * 1e3;
    }
    function bcYearToNegativeYear(year) {
      return -(year - 1);
    }
    function is0To99(num) {
      return num >= 0 && num < 100;
    }
  }
});
var require_mutable = (0, import_cli6.__commonJS)({
  "node_modules/xtend/mutable.js"(exports2, module2) {
    module2.exports = extend;
    var hasOwnProperty = Object.prototype.hasOwnProperty;
    function extend(target) {
      for (var i = 1; i < arguments.length; i++) {
        var source = arguments[i];
        for (var key in source) {
          if (hasOwnProperty.call(source, key)) {
            target[key] = source[key];
          }
        }
      }
      return target;
    }
  }
});
var require_postgres_interval = (0, import_cli6.__commonJS)({
  "node_modules/postgres-interval/index.js"(exports2, module2) {
    "use strict";
    var extend = require_mutable();
    module2.exports = PostgresInterval;
    function PostgresInterval(raw) {
      if (!(this instanceof PostgresInterval)) {
        return new PostgresInterval(raw);
      }
      extend(this, parse2(raw));
    }
    var properties = ["seconds", "minutes", "hours", "days", "months", "years"];
    PostgresInterval.prototype.toPostgres = function() {
      var filtered = properties.filter(this.hasOwnProperty, this);
      if (this.milliseconds && filtered.indexOf("seconds") < 0) {
        filtered.push("seconds");
      }
      if (filtered.length === 0) return "0";
      return filtered.map(function(property) {
        var value = this[property] || 0;
        if (property === "seconds" && this.milliseconds) {
          value = (value + this.milliseconds / 1e3).toFixed(6).replace(/\.?0+$/, "");
        }
        return value + " " + property;
      }, this).join(" ");
    };
    var propertiesISOEquivalent = {
      years: "Y",
      months: "M",
      days: "D",
      hours: "H",
      minutes: "M",
      seconds: "S"
    };
    var dateProperties = ["years", "months", "days"];
    var timeProperties = ["hours", "minutes", "seconds"];
    PostgresInterval.prototype.toISOString = PostgresInterval.prototype.toISO = function() {
      var datePart = dateProperties.map(buildProperty, this).join("");
      var timePart = timeProperties.map(buildProperty, this).join("");
      return "P" + datePart + "T" + timePart;
      function buildProperty(property) {
        var value = this[property] || 0;
        if (property === "seconds" && this.milliseconds) {
          value = (value + this.milliseconds / 1e3).toFixed(6).replace(/0+$/, "");
        }
        return value + propertiesISOEquivalent[property];
      }
    };
    var NUMBER = "([+-]?\\d+)";
    var YEAR = NUMBER + "\\s+years?";
    var MONTH = NUMBER + "\\s+mons?";
    var DAY2 = NUMBER + "\\s+days?";
    var TIME = "([+-])?([\\d]*):(\\d\\d):(\\d\\d)\\.?(\\d{1,6})?";
    var INTERVAL = new RegExp([YEAR, MONTH, DAY2, TIME].map(function(regexString) {
      return "(" + regexString + ")?";
    }).join("\\s*"));
    var positions = {
      years: 2,
      months: 4,
      days: 6,
      hours: 9,
      minutes: 10,
      seconds: 11,
      milliseconds: 12
    };
    var negatives = ["hours", "minutes", "seconds", "milliseconds"];
    function parseMilliseconds(fraction) {
      var microseconds = fraction + "000000".slice(fraction.length);
      return parseInt(microseconds, 10) / 1e3;
    }
    function parse2(interval) {
      if (!interval) return {};
      var matches = INTERVAL.exec(interval);
      var isNegative = matches[8] === "-";
      return Object.keys(positions).reduce(function(parsed, property) {
        var position = positions[property];
        var value = matches[position];
        if (!value) return parsed;
        value = property === "milliseconds" ? parseMilliseconds(value) : parseInt(value, 10);
        if (!value) return parsed;
        if (isNegative && ~negatives.indexOf(property)) {
          value *= -1;
        }
        parsed[property] = value;
        return parsed;
      }, {});
    }
  }
});
var require_postgres_bytea = (0, import_cli6.__commonJS)({
  "node_modules/postgres-bytea/index.js"(exports2, module2) {
    "use strict";
    var bufferFrom = Buffer.from || Buffer;
    module2.exports = function parseBytea(input) {
      if (/^\\x/.test(input)) {
        return bufferFrom(input.substr(2), "hex");
      }
      var output = "";
      var i = 0;
      while (i < input.length) {
        if (input[i] !== "\\") {
          output += input[i];
          ++i;
        } else {
          if (/[0-7]{3}/.test(input.substr(i + 1, 3))) {
            output += String.fromCharCode(parseInt(input.substr(i + 1, 3), 8));
            i += 4;
          } else {
            var backslashes = 1;
            while (i + backslashes < input.length && input[i + backslashes] === "\\") {
              backslashes++;
            }
            for (var k = 0; k < Math.floor(backslashes / 2); ++k) {
              output += "\\";
            }
            i += Math.floor(backslashes / 2) * 2;
          }
        }
      }
      return bufferFrom(output, "binary");
    };
  }
});
var require_textParsers = (0, import_cli6.__commonJS)({
  "node_modules/pg-types/lib/textParsers.js"(exports2, module2) {
    var array2 = require_postgres_array();
    var arrayParser = require_arrayParser();
    var parseDate = require_postgres_date();
    var parseInterval = require_postgres_interval();
    var parseByteA = require_postgres_bytea();
    function allowNull(fn) {
      return function nullAllowed(value) {
        if (value === null) return value;
        return fn(value);
      };
    }
    function parseBool(value) {
      if (value === null) return value;
      return value === "TRUE" || value === "t" || value === "true" || value === "y" || value === "yes" || value === "on" || value === "1";
    }
    function parseBoolArray(value) {
      if (!value) return null;
      return array2.parse(value, parseBool);
    }
    function parseBaseTenInt(string2) {
      return parseInt(string2, 10);
    }
    function parseIntegerArray(value) {
      if (!value) return null;
      return array2.parse(value, allowNull(parseBaseTenInt));
    }
    function parseBigIntegerArray(value) {
      if (!value) return null;
      return array2.parse(value, allowNull(function(entry) {
        return parseBigInteger(entry).trim();
      }));
    }
    var parsePointArray = function(value) {
      if (!value) {
        return null;
      }
      var p = arrayParser.create(value, function(entry) {
        if (entry !== null) {
          entry = parsePoint(entry);
        }
        return entry;
      });
      return p.parse();
    };
    var parseFloatArray = function(value) {
      if (!value) {
        return null;
      }
      var p = arrayParser.create(value, function(entry) {
        if (entry !== null) {
          entry = parseFloat(entry);
        }
        return entry;
      });
      return p.parse();
    };
    var parseStringArray = function(value) {
      if (!value) {
        return null;
      }
      var p = arrayParser.create(value);
      return p.parse();
    };
    var parseDateArray = function(value) {
      if (!value) {
        return null;
      }
      var p = arrayParser.create(value, function(entry) {
        if (entry !== null) {
          entry = parseDate(entry);
        }
        return entry;
      });
      return p.parse();
    };
    var parseIntervalArray = function(value) {
      if (!value) {
        return null;
      }
      var p = arrayParser.create(value, function(entry) {
        if (entry !== null) {
          entry = parseInterval(entry);
        }
        return entry;
      });
      return p.parse();
    };
    var parseByteAArray = function(value) {
      if (!value) {
        return null;
      }
      return array2.parse(value, allowNull(parseByteA));
    };
    var parseInteger = function(value) {
      return parseInt(value, 10);
    };
    var parseBigInteger = function(value) {
      var valStr = String(value);
      if (/^\d+$/.test(valStr)) {
        return valStr;
      }
      return value;
    };
    var parseJsonArray = function(value) {
      if (!value) {
        return null;
      }
      return array2.parse(value, allowNull(JSON.parse));
    };
    var parsePoint = function(value) {
      if (value[0] !== "(") {
        return null;
      }
      value = value.substring(1, value.length - 1).split(",");
      return {
        x: parseFloat(value[0]),
        y: parseFloat(value[1])
      };
    };
    var parseCircle = function(value) {
      if (value[0] !== "<" && value[1] !== "(") {
        return null;
      }
      var point = "(";
      var radius = "";
      var pointParsed = false;
      for (var i = 2; i < value.length - 1; i++) {
        if (!pointParsed) {
          point += value[i];
        }
        if (value[i] === ")") {
          pointParsed = true;
          continue;
        } else if (!pointParsed) {
          continue;
        }
        if (value[i] === ",") {
          continue;
        }
        radius += value[i];
      }
      var result = parsePoint(point);
      result.radius = parseFloat(radius);
      return result;
    };
    var init = function(register) {
      register(20, parseBigInteger);
      register(21, parseInteger);
      register(23, parseInteger);
      register(26, parseInteger);
      register(700, parseFloat);
      register(701, parseFloat);
      register(16, parseBool);
      register(1082, parseDate);
      register(1114, parseDate);
      register(1184, parseDate);
      register(600, parsePoint);
      register(651, parseStringArray);
      register(718, parseCircle);
      register(1e3, parseBoolArray);
      register(1001, parseByteAArray);
      register(1005, parseIntegerArray);
      register(1007, parseIntegerArray);
      register(1028, parseIntegerArray);
      register(1016, parseBigIntegerArray);
      register(1017, parsePointArray);
      register(1021, parseFloatArray);
      register(1022, parseFloatArray);
      register(1231, parseFloatArray);
      register(1014, parseStringArray);
      register(1015, parseStringArray);
      register(1008, parseStringArray);
      register(1009, parseStringArray);
      register(1040, parseStringArray);
      register(1041, parseStringArray);
      register(1115, parseDateArray);
      register(1182, parseDateArray);
      register(1185, parseDateArray);
      register(1186, parseInterval);
      register(1187, parseIntervalArray);
      register(17, parseByteA);
      register(114, JSON.parse.bind(JSON));
      register(3802, JSON.parse.bind(JSON));
      register(199, parseJsonArray);
      register(3807, parseJsonArray);
      register(3907, parseStringArray);
      register(2951, parseStringArray);
      register(791, parseStringArray);
      register(1183, parseStringArray);
      register(1270, parseStringArray);
    };
    module2.exports = {
      init
    };
  }
});
var require_pg_int8 = (0, import_cli6.__commonJS)({
  "node_modules/pg-int8/index.js"(exports2, module2) {
    "use strict";
    var BASE = 1e6;
    function readInt8(buffer) {
      var high = buffer.readInt32BE(0);
      var low = buffer.readUInt32BE(4);
      var sign = "";
      if (high < 0) {
        high = ~high + (low === 0);
        low = ~low + 1 >>> 0;
        sign = "-";
      }
      var result = "";
      var carry;
      var t;
      var digits;
      var pad;
      var l;
      var i;
      {
        carry = high % BASE;
        high = high / BASE >>> 0;
        t = 4294967296 * carry + low;
        low = t / BASE >>> 0;
        digits = "" + (t - BASE * low);
        if (low === 0 && high === 0) {
          return sign + digits + result;
        }
        pad = "";
        l = 6 - digits.length;
        for (i = 0; i < l; i++) {
          pad += "0";
        }
        result = pad + digits + result;
      }
      {
        carry = high % BASE;
        high = high / BASE >>> 0;
        t = 4294967296 * carry + low;
        low = t / BASE >>> 0;
        digits = "" + (t - BASE * low);
        if (low === 0 && high === 0) {
          return sign + digits + result;
        }
        pad = "";
        l = 6 - digits.length;
        for (i = 0; i < l; i++) {
          pad += "0";
        }
        result = pad + digits + result;
      }
      {
        carry = high % BASE;
        high = high / BASE >>> 0;
        t = 4294967296 * carry + low;
        low = t / BASE >>> 0;
        digits = "" + (t - BASE * low);
        if (low === 0 && high === 0) {
          return sign + digits + result;
        }
        pad = "";
        l = 6 - digits.length;
        for (i = 0; i < l; i++) {
          pad += "0";
        }
        result = pad + digits + result;
      }
      {
        carry = high % BASE;
        t = 4294967296 * carry + low;
        digits = "" + t % BASE;
        return sign + digits + result;
      }
    }
    module2.exports = readInt8;
  }
});
var require_binaryParsers = (0, import_cli6.__commonJS)({
  "node_modules/pg-types/lib/binaryParsers.js"(exports2, module2) {
    var parseInt64 = require_pg_int8();
    var parseBits = function(data, bits, offset, invert, callback) {
      offset = offset || 0;
      invert = invert || false;
      callback = callback || function(lastValue, newValue, bits2) {
        return lastValue * Math.pow(2, bits2) + newValue;
      };
      var offsetBytes = offset >> 3;
      var inv = function(value) {
        if (invert) {
          return ~value & 255;
        }
        return value;
      };
      var mask = 255;
      var firstBits = 8 - offset % 8;
      if (bits < firstBits) {
        mask = 255 << 8 - bits & 255;
        firstBits = bits;
      }
      if (offset) {
        mask = mask >> offset % 8;
      }
      var result = 0;
      if (offset % 8 + bits >= 8) {
        result = callback(0, inv(data[offsetBytes]) & mask, firstBits);
      }
      var bytes2 = bits + offset >> 3;
      for (var i = offsetBytes + 1; i < bytes2; i++) {
        result = callback(result, inv(data[i]), 8);
      }
      var lastBits = (bits + offset) % 8;
      if (lastBits > 0) {
        result = callback(result, inv(data[bytes2]) >> 8 - lastBits, lastBits);
      }
      return result;
    };
    var parseFloatFromBits = function(data, precisionBits, exponentBits) {
      var bias = Math.pow(2, exponentBits - 1) - 1;
      var sign = parseBits(data, 1);
      var exponent = parseBits(data, exponentBits, 1);
      if (exponent === 0) {
        return 0;
      }
      var precisionBitsCounter = 1;
      var parsePrecisionBits = function(lastValue, newValue, bits) {
        if (lastValue === 0) {
          lastValue = 1;
        }
        for (var i = 1; i <= bits; i++) {
          precisionBitsCounter /= 2;
          if ((newValue & 1 << bits - i) > 0) {
            lastValue += precisionBitsCounter;
          }
        }
        return lastValue;
      };
      var mantissa = parseBits(data, precisionBits, exponentBits + 1, false, parsePrecisionBits);
      if (exponent == Math.pow(2, exponentBits + 1) - 1) {
        if (mantissa === 0) {
          return sign === 0 ? Infinity : -Infinity;
        }
        return NaN;
      }
      return (sign === 0 ? 1 : -1) * Math.pow(2, exponent - bias) * mantissa;
    };
    var parseInt16 = function(value) {
      if (parseBits(value, 1) == 1) {
        return -1 * (parseBits(value, 15, 1, true) + 1);
      }
      return parseBits(value, 15, 1);
    };
    var parseInt32 = function(value) {
      if (parseBits(value, 1) == 1) {
        return -1 * (parseBits(value, 31, 1, true) + 1);
      }
      return parseBits(value, 31, 1);
    };
    var parseFloat32 = function(value) {
      return parseFloatFromBits(value, 23, 8);
    };
    var parseFloat64 = function(value) {
      return parseFloatFromBits(value, 52, 11);
    };
    var parseNumeric = function(value) {
      var sign = parseBits(value, 16, 32);
      if (sign == 49152) {
        return NaN;
      }
      var weight = Math.pow(1e4, parseBits(value, 16, 16));
      var result = 0;
      var digits = [];
      var ndigits = parseBits(value, 16);
      for (var i = 0; i < ndigits; i++) {
        result += parseBits(value, 16, 64 + 16 * i) * weight;
        weight /= 1e4;
      }
      var scale = Math.pow(10, parseBits(value, 16, 48));
      return (sign === 0 ? 1 : -1) * Math.round(result * scale) / scale;
    };
    var parseDate = function(isUTC, value) {
      var sign = parseBits(value, 1);
      var rawValue = parseBits(value, 63, 1);
      var result = new Date((sign === 0 ? 1 : -1) * rawValue / 1e3 + 9466848e5);
      if (!isUTC) {
        result.setTime(result.getTime() + result.getTimezoneOffset() * 6e4);
      }
      result.usec = rawValue % 1e3;
      result.getMicroSeconds = function() {
        return this.usec;
      };
      result.setMicroSeconds = function(value2) {
        this.usec = value2;
      };
      result.getUTCMicroSeconds = function() {
        return this.usec;
      };
      return result;
    };
    var parseArray = function(value) {
      var dim = parseBits(value, 32);
      var flags = parseBits(value, 32, 32);
      var elementType = parseBits(value, 32, 64);
      var offset = 96;
      var dims = [];
      for (var i = 0; i < dim; i++) {
        dims[i] = parseBits(value, 32, offset);
        offset += 32;
        offset += 32;
      }
      var parseElement = function(elementType2) {
        var length = parseBits(value, 32, offset);
        offset += 32;
        if (length == 4294967295) {
          return null;
        }
        var result;
        if (elementType2 == 23 || elementType2 == 20) {
          result = parseBits(value, length * 8, offset);
          offset += length * 8;
          return result;
        } else if (elementType2 == 25) {
          result = value.toString(this.encoding, offset >> 3, (offset += length << 3) >> 3);
          return result;
        } else {
          console.log("ERROR: ElementType not implemented: " + elementType2);
        }
      };
      var parse2 = function(dimension, elementType2) {
        var array2 = [];
        var i2;
        if (dimension.length > 1) {
          var count2 = dimension.shift();
          for (i2 = 0; i2 < count2; i2++) {
            array2[i2] = parse2(dimension, elementType2);
          }
          dimension.unshift(count2);
        } else {
          for (i2 = 0; i2 < dimension[0]; i2++) {
            array2[i2] = parseElement(elementType2);
          }
        }
        return array2;
      };
      return parse2(dims, elementType);
    };
    var parseText = function(value) {
      return value.toString("utf8");
    };
    var parseBool = function(value) {
      if (value === null) return null;
      return parseBits(value, 8) > 0;
    };
    var init = function(register) {
      register(20, parseInt64);
      register(21, parseInt16);
      register(23, parseInt32);
      register(26, parseInt32);
      register(1700, parseNumeric);
      register(700, parseFloat32);
      register(701, parseFloat64);
      register(16, parseBool);
      register(1114, parseDate.bind(null, false));
      register(1184, parseDate.bind(null, true));
      register(1e3, parseArray);
      register(1007, parseArray);
      register(1016, parseArray);
      register(1008, parseArray);
      register(1009, parseArray);
      register(25, parseText);
    };
    module2.exports = {
      init
    };
  }
});
var require_builtins = (0, import_cli6.__commonJS)({
  "node_modules/pg-types/lib/builtins.js"(exports2, module2) {
    module2.exports = {
      BOOL: 16,
      BYTEA: 17,
      CHAR: 18,
      INT8: 20,
      INT2: 21,
      INT4: 23,
      REGPROC: 24,
      TEXT: 25,
      OID: 26,
      TID: 27,
      XID: 28,
      CID: 29,
      JSON: 114,
      XML: 142,
      PG_NODE_TREE: 194,
      SMGR: 210,
      PATH: 602,
      POLYGON: 604,
      CIDR: 650,
      FLOAT4: 700,
      FLOAT8: 701,
      ABSTIME: 702,
      RELTIME: 703,
      TINTERVAL: 704,
      CIRCLE: 718,
      MACADDR8: 774,
      MONEY: 790,
      MACADDR: 829,
      INET: 869,
      ACLITEM: 1033,
      BPCHAR: 1042,
      VARCHAR: 1043,
      DATE: 1082,
      TIME: 1083,
      TIMESTAMP: 1114,
      TIMESTAMPTZ: 1184,
      INTERVAL: 1186,
      TIMETZ: 1266,
      BIT: 1560,
      VARBIT: 1562,
      NUMERIC: 1700,
      REFCURSOR: 1790,
      REGPROCEDURE: 2202,
      REGOPER: 2203,
      REGOPERATOR: 2204,
      REGCLASS: 2205,
      REGTYPE: 2206,
      UUID: 2950,
      TXID_SNAPSHOT: 2970,
      PG_LSN: 3220,
      PG_NDISTINCT: 3361,
      PG_DEPENDENCIES: 3402,
      TSVECTOR: 3614,
      TSQUERY: 3615,
      GTSVECTOR: 3642,
      REGCONFIG: 3734,
      REGDICTIONARY: 3769,
      JSONB: 3802,
      REGNAMESPACE: 4089,
      REGROLE: 4096
    };
  }
});
var require_pg_types = (0, import_cli6.__commonJS)({
  "node_modules/pg-types/index.js"(exports2) {
    var textParsers = require_textParsers();
    var binaryParsers = require_binaryParsers();
    var arrayParser = require_arrayParser();
    var builtinTypes = require_builtins();
    exports2.getTypeParser = getTypeParser;
    exports2.setTypeParser = setTypeParser;
    exports2.arrayParser = arrayParser;
    exports2.builtins = builtinTypes;
    var typeParsers = {
      text: {},
      binary: {}
    };
    function noParse(val) {
      return String(val);
    }
    function getTypeParser(oid, format) {
      format = format || "text";
      if (!typeParsers[format]) {
        return noParse;
      }
      return typeParsers[format][oid] || noParse;
    }
    function setTypeParser(oid, format, parseFn) {
      if (typeof format == "function") {
        parseFn = format;
        format = "text";
      }
      typeParsers[format][oid] = parseFn;
    }
    textParsers.init(function(oid, converter) {
      typeParsers.text[oid] = converter;
    });
    binaryParsers.init(function(oid, converter) {
      typeParsers.binary[oid] = converter;
    });
  }
});
var require_defaults = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/defaults.js"(exports2, module2) {
    "use strict";
    var user;
    try {
      user = process.platform === "win32" ? process.env.USERNAME : process.env.USER;
    } catch {
    }
    module2.exports = {
      // database host. defaults to localhost
      host: "localhost",
      // database user's name
      user,
      // name of database to connect
      database: void 0,
      // database user's password
      password: null,
      // a Postgres connection string to be used instead of setting individual connection items
      // NOTE:  Setting this value will cause it to override any other value (such as database or user) defined
      // in the defaults object.
      connectionString: void 0,
      // database port
      port: 5432,
      // number of rows to return at a time from a prepared statement's
      // portal. 0 will return all rows at once
      rows: 0,
      // binary result mode
      binary: false,
      // Connection pool options - see https://github.com/brianc/node-pg-pool
      // number of connections to use in connection pool
      // 0 will disable connection pooling
      max: 10,
      // max milliseconds a client can go unused before it is removed
      // from the pool and destroyed
      idleTimeoutMillis: 3e4,
      client_encoding: "",
      ssl: false,
      // SSL negotiation style: 'postgres' (traditional SSLRequest) or 'direct'
      sslnegotiation: void 0,
      application_name: void 0,
      fallback_application_name: void 0,
      options: void 0,
      parseInputDatesAsUTC: false,
      // max milliseconds any query using this connection will execute for before timing out in error.
      // false=unlimited
      statement_timeout: false,
      // Abort any statement that waits longer than the specified duration in milliseconds while attempting to acquire a lock.
      // false=unlimited
      lock_timeout: false,
      // Terminate any session with an open transaction that has been idle for longer than the specified duration in milliseconds
      // false=unlimited
      idle_in_transaction_session_timeout: false,
      // max milliseconds to wait for query to complete (client side)
      query_timeout: false,
      connect_timeout: 0,
      keepalives: 1,
      keepalives_idle: 0
    };
    var pgTypes = require_pg_types();
    var parseBigInteger = pgTypes.getTypeParser(20, "text");
    var parseBigIntegerArray = pgTypes.getTypeParser(1016, "text");
    module2.exports.__defineSetter__("parseInt8", function(val) {
      pgTypes.setTypeParser(20, "text", val ? pgTypes.getTypeParser(23, "text") : parseBigInteger);
      pgTypes.setTypeParser(1016, "text", val ? pgTypes.getTypeParser(1007, "text") : parseBigIntegerArray);
    });
  }
});
var require_utils = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/utils.js"(exports2, module2) {
    "use strict";
    var defaults2 = require_defaults();
    var nodeUtils = (0, import_cli6.__require)("util");
    var { isDate } = (0, import_cli6.__require)("util/types");
    var invalidDateDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Sending an invalid date to Postgres is deprecated and will throw an error in the next major version of pg. Ensure any Date object passed as a query parameter is valid.",
      "PG_INVALID_DATE"
    );
    function escapeElement(elementRepresentation) {
      const escaped = elementRepresentation.replace(/\\/g, "\\\\").replace(/"/g, '\\"');
      return '"' + escaped + '"';
    }
    function arrayString(val) {
      let result = "{";
      for (let i = 0; i < val.length; i++) {
        if (i > 0) {
          result += ",";
        }
        let item = val[i];
        if (item == null) {
          result += "NULL";
        } else if (Array.isArray(item)) {
          result += arrayString(item);
        } else if (ArrayBuffer.isView(item)) {
          if (!(item instanceof Buffer)) {
            item = Buffer.from(item.buffer, item.byteOffset, item.byteLength);
          }
          result += "\\\\x" + item.toString("hex");
        } else {
          result += escapeElement(prepareValue(item));
        }
      }
      result += "}";
      return result;
    }
    var prepareValue = function(val, seen) {
      if (val == null) {
        return null;
      }
      if (typeof val === "object") {
        if (val instanceof Buffer) {
          return val;
        }
        if (ArrayBuffer.isView(val)) {
          return Buffer.from(val.buffer, val.byteOffset, val.byteLength);
        }
        if (isDate(val)) {
          if (isNaN(val.getTime())) {
            invalidDateDeprecationNotice();
          }
          if (defaults2.parseInputDatesAsUTC) {
            return dateToStringUTC(val);
          } else {
            return dateToString(val);
          }
        }
        if (Array.isArray(val)) {
          return arrayString(val);
        }
        return prepareObject(val, seen);
      }
      return val.toString();
    };
    function prepareObject(val, seen) {
      if (val && typeof val.toPostgres === "function") {
        seen = seen || [];
        if (seen.indexOf(val) !== -1) {
          throw new Error('circular reference detected while preparing "' + val + '" for query');
        }
        seen.push(val);
        return prepareValue(val.toPostgres(prepareValue), seen);
      }
      return JSON.stringify(val);
    }
    function dateToString(date) {
      let offset = -date.getTimezoneOffset();
      let year = date.getFullYear();
      const isBCYear = year < 1;
      if (isBCYear) year = Math.abs(year) + 1;
      let ret = String(year).padStart(4, "0") + "-" + String(date.getMonth() + 1).padStart(2, "0") + "-" + String(date.getDate()).padStart(2, "0") + "T" + String(date.getHours()).padStart(2, "0") + ":" + String(date.getMinutes()).padStart(2, "0") + ":" + String(date.getSeconds()).padStart(2, "0") + "." + String(date.getMilliseconds()).padStart(3, "0");
      if (offset < 0) {
        ret += "-";
        offset *= -1;
      } else {
        ret += "+";
      }
      ret += String(Math.floor(offset / 60)).padStart(2, "0") + ":" + String(offset % 60).padStart(2, "0");
      if (isBCYear) ret += " BC";
      return ret;
    }
    function dateToStringUTC(date) {
      let year = date.getUTCFullYear();
      const isBCYear = year < 1;
      if (isBCYear) year = Math.abs(year) + 1;
      let ret = String(year).padStart(4, "0") + "-" + String(date.getUTCMonth() + 1).padStart(2, "0") + "-" + String(date.getUTCDate()).padStart(2, "0") + "T" + String(date.getUTCHours()).padStart(2, "0") + ":" + String(date.getUTCMinutes()).padStart(2, "0") + ":" + String(date.getUTCSeconds()).padStart(2, "0") + "." + String(date.getUTCMilliseconds()).padStart(3, "0");
      ret += "+00:00";
      if (isBCYear) ret += " BC";
      return ret;
    }
    function normalizeQueryConfig(config, values, callback) {
      config = typeof config === "string" ? { text: config } : cloneQueryConfig(config);
      if (values) {
        if (typeof values === "function") {
          config.callback = values;
        } else {
          config.values = values;
        }
      }
      if (callback) {
        config.callback = callback;
      }
      return config;
    }
    function cloneQueryConfig(config) {
      if (config == null) {
        return config;
      }
      return Object.defineProperties(Object.create(Object.getPrototypeOf(config)), Object.getOwnPropertyDescriptors(config));
    }
    var escapeIdentifier2 = function(str) {
      return '"' + str.replace(/"/g, '""') + '"';
    };
    var escapeLiteral2 = function(str) {
      let hasBackslash = false;
      let escaped = "'";
      if (str == null) {
        return "''";
      }
      if (typeof str !== "string") {
        return "''";
      }
      for (let i = 0; i < str.length; i++) {
        const c = str[i];
        if (c === "'") {
          escaped += c + c;
        } else if (c === "\\") {
          escaped += c + c;
          hasBackslash = true;
        } else {
          escaped += c;
        }
      }
      escaped += "'";
      if (hasBackslash === true) {
        escaped = " E" + escaped;
      }
      return escaped;
    };
    module2.exports = {
      prepareValue: function prepareValueWrapper(value) {
        return prepareValue(value);
      },
      normalizeQueryConfig,
      escapeIdentifier: escapeIdentifier2,
      escapeLiteral: escapeLiteral2
    };
  }
});
var require_utils2 = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/crypto/utils.js"(exports2, module2) {
    var nodeCrypto = (0, import_cli6.__require)("crypto");
    module2.exports = {
      postgresMd5PasswordHash,
      randomBytes,
      deriveKey,
      sha256: sha2562,
      hashByName,
      hmacSha256,
      md5
    };
    var webCrypto = nodeCrypto.webcrypto || globalThis.crypto;
    var subtleCrypto = webCrypto.subtle;
    var textEncoder = new TextEncoder();
    function randomBytes(length) {
      return webCrypto.getRandomValues(Buffer.alloc(length));
    }
    async function md5(string2) {
      try {
        return nodeCrypto.createHash("md5").update(string2, "utf-8").digest("hex");
      } catch (e) {
        const data = typeof string2 === "string" ? textEncoder.encode(string2) : string2;
        const hash = await subtleCrypto.digest("MD5", data);
        return Array.from(new Uint8Array(hash)).map((b) => b.toString(16).padStart(2, "0")).join("");
      }
    }
    async function postgresMd5PasswordHash(user, password, salt) {
      const inner = await md5(password + user);
      const outer = await md5(Buffer.concat([Buffer.from(inner), salt]));
      return "md5" + outer;
    }
    async function sha2562(text2) {
      return await subtleCrypto.digest("SHA-256", text2);
    }
    async function hashByName(hashName, text2) {
      return await subtleCrypto.digest(hashName, text2);
    }
    async function hmacSha256(keyBuffer, msg) {
      const key = await subtleCrypto.importKey("raw", keyBuffer, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
      return await subtleCrypto.sign("HMAC", key, textEncoder.encode(msg));
    }
    async function deriveKey(password, salt, iterations) {
      const key = await subtleCrypto.importKey("raw", textEncoder.encode(password), "PBKDF2", false, ["deriveBits"]);
      const params = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
      return await subtleCrypto.deriveBits(params, key, 32 * 8, ["deriveBits"]);
    }
  }
});
var require_cert_signatures = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/crypto/cert-signatures.js"(exports2, module2) {
    function x509Error(msg, cert) {
      return new Error("SASL channel binding: " + msg + " when parsing public certificate " + cert.toString("base64"));
    }
    function readASN1Length(data, index) {
      let length = data[index++];
      if (length < 128) return { length, index };
      const lengthBytes = length & 127;
      if (lengthBytes > 4) throw x509Error("bad length", data);
      length = 0;
      for (let i = 0; i < lengthBytes; i++) {
        length = length << 8 | data[index++];
      }
      return { length, index };
    }
    function readASN1OID(data, index) {
      if (data[index++] !== 6) throw x509Error("non-OID data", data);
      const { length: OIDLength, index: indexAfterOIDLength } = readASN1Length(data, index);
      index = indexAfterOIDLength;
      const lastIndex = index + OIDLength;
      const byte1 = data[index++];
      let oid = (byte1 / 40 >> 0) + "." + byte1 % 40;
      while (index < lastIndex) {
        let value = 0;
        while (index < lastIndex) {
          const nextByte = data[index++];
          value = value << 7 | nextByte & 127;
          if (nextByte < 128) break;
        }
        oid += "." + value;
      }
      return { oid, index };
    }
    function expectASN1Seq(data, index) {
      if (data[index++] !== 48) throw x509Error("non-sequence data", data);
      return readASN1Length(data, index);
    }
    function signatureAlgorithmHashFromCertificate(data, index) {
      if (index === void 0) index = 0;
      index = expectASN1Seq(data, index).index;
      const { length: certInfoLength, index: indexAfterCertInfoLength } = expectASN1Seq(data, index);
      index = indexAfterCertInfoLength + certInfoLength;
      index = expectASN1Seq(data, index).index;
      const { oid, index: indexAfterOID } = readASN1OID(data, index);
      switch (oid) {
        // RSA
        case "1.2.840.113549.1.1.4":
          return "MD5";
        case "1.2.840.113549.1.1.5":
          return "SHA-1";
        case "1.2.840.113549.1.1.11":
          return "SHA-256";
        case "1.2.840.113549.1.1.12":
          return "SHA-384";
        case "1.2.840.113549.1.1.13":
          return "SHA-512";
        case "1.2.840.113549.1.1.14":
          return "SHA-224";
        case "1.2.840.113549.1.1.15":
          return "SHA512-224";
        case "1.2.840.113549.1.1.16":
          return "SHA512-256";
        // ECDSA
        case "1.2.840.10045.4.1":
          return "SHA-1";
        case "1.2.840.10045.4.3.1":
          return "SHA-224";
        case "1.2.840.10045.4.3.2":
          return "SHA-256";
        case "1.2.840.10045.4.3.3":
          return "SHA-384";
        case "1.2.840.10045.4.3.4":
          return "SHA-512";
        // RSASSA-PSS: hash is indicated separately
        case "1.2.840.113549.1.1.10": {
          index = indexAfterOID;
          index = expectASN1Seq(data, index).index;
          if (data[index++] !== 160) throw x509Error("non-tag data", data);
          index = readASN1Length(data, index).index;
          index = expectASN1Seq(data, index).index;
          const { oid: hashOID } = readASN1OID(data, index);
          switch (hashOID) {
            // standalone hash OIDs
            case "1.2.840.113549.2.5":
              return "MD5";
            case "1.3.14.3.2.26":
              return "SHA-1";
            case "2.16.840.1.101.3.4.2.1":
              return "SHA-256";
            case "2.16.840.1.101.3.4.2.2":
              return "SHA-384";
            case "2.16.840.1.101.3.4.2.3":
              return "SHA-512";
          }
          throw x509Error("unknown hash OID " + hashOID, data);
        }
        // Ed25519 -- see https://github.com/openssl/openssl/issues/15477
        case "1.3.101.110":
        case "1.3.101.112":
          return "SHA-512";
        // Ed448 -- still not in pg 17.2 (if supported, digest would be SHAKE256 x 64 bytes)
        case "1.3.101.111":
        case "1.3.101.113":
          throw x509Error("Ed448 certificate channel binding is not currently supported by Postgres");
      }
      throw x509Error("unknown OID " + oid, data);
    }
    module2.exports = { signatureAlgorithmHashFromCertificate };
  }
});
var require_sasl = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/crypto/sasl.js"(exports2, module2) {
    "use strict";
    var crypto = require_utils2();
    var { signatureAlgorithmHashFromCertificate } = require_cert_signatures();
    function saslprep(password) {
      const nonAsciiSpace = /[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000]/g;
      const mappedToNothing = /[\u00AD\u034F\u1806\u180B\u180C\u180D\u200C\u200D\u2060\uFE00-\uFE0F\uFEFF]/g;
      return password.replace(nonAsciiSpace, " ").replace(mappedToNothing, "").normalize("NFKC");
    }
    var DEFAULT_MAX_SCRAM_ITERATIONS = 1e5;
    function startSession(mechanisms, stream, scramMaxIterations = DEFAULT_MAX_SCRAM_ITERATIONS) {
      const candidates = ["SCRAM-SHA-256"];
      if (stream) candidates.unshift("SCRAM-SHA-256-PLUS");
      const mechanism = candidates.find((candidate) => mechanisms.includes(candidate));
      if (!mechanism) {
        throw new Error("SASL: Only mechanism(s) " + candidates.join(" and ") + " are supported");
      }
      if (mechanism === "SCRAM-SHA-256-PLUS" && typeof stream.getPeerCertificate !== "function") {
        throw new Error("SASL: Mechanism SCRAM-SHA-256-PLUS requires a certificate");
      }
      const clientNonce = crypto.randomBytes(18).toString("base64");
      const gs2Header = mechanism === "SCRAM-SHA-256-PLUS" ? "p=tls-server-end-point" : stream ? "y" : "n";
      return {
        mechanism,
        clientNonce,
        response: gs2Header + ",,n=*,r=" + clientNonce,
        message: "SASLInitialResponse",
        scramMaxIterations
      };
    }
    async function continueSession(session, password, serverData, stream) {
      if (session.message !== "SASLInitialResponse") {
        throw new Error("SASL: Last message was not SASLInitialResponse");
      }
      if (typeof password !== "string") {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string");
      }
      if (password === "") {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a non-empty string");
      }
      if (typeof serverData !== "string") {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: serverData must be a string");
      }
      const sv = parseServerFirstMessage(serverData);
      if (!sv.nonce.startsWith(session.clientNonce)) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce does not start with client nonce");
      } else if (sv.nonce.length === session.clientNonce.length) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce is too short");
      }
      const scramMaxIterations = typeof session.scramMaxIterations === "number" ? session.scramMaxIterations : DEFAULT_MAX_SCRAM_ITERATIONS;
      if (scramMaxIterations !== 0 && sv.iteration > scramMaxIterations) {
        throw new Error(
          "SASL: SCRAM-SERVER-FIRST-MESSAGE: iteration count " + sv.iteration + " exceeds scramMaxIterations of " + scramMaxIterations
        );
      }
      const clientFirstMessageBare = "n=*,r=" + session.clientNonce;
      const serverFirstMessage = "r=" + sv.nonce + ",s=" + sv.salt + ",i=" + sv.iteration;
      let channelBinding = stream ? "eSws" : "biws";
      if (session.mechanism === "SCRAM-SHA-256-PLUS") {
        const peerCert = stream.getPeerCertificate().raw;
        let hashName = signatureAlgorithmHashFromCertificate(peerCert);
        if (hashName === "MD5" || hashName === "SHA-1") hashName = "SHA-256";
        const certHash = await crypto.hashByName(hashName, peerCert);
        const bindingData = Buffer.concat([Buffer.from("p=tls-server-end-point,,"), Buffer.from(certHash)]);
        channelBinding = bindingData.toString("base64");
      }
      const clientFinalMessageWithoutProof = "c=" + channelBinding + ",r=" + sv.nonce;
      const authMessage = clientFirstMessageBare + "," + serverFirstMessage + "," + clientFinalMessageWithoutProof;
      const saltBytes = Buffer.from(sv.salt, "base64");
      const saltedPassword = await crypto.deriveKey(saslprep(password), saltBytes, sv.iteration);
      const clientKey = await crypto.hmacSha256(saltedPassword, "Client Key");
      const storedKey = await crypto.sha256(clientKey);
      const clientSignature = await crypto.hmacSha256(storedKey, authMessage);
      const clientProof = xorBuffers(Buffer.from(clientKey), Buffer.from(clientSignature)).toString("base64");
      const serverKey = await crypto.hmacSha256(saltedPassword, "Server Key");
      const serverSignatureBytes = await crypto.hmacSha256(serverKey, authMessage);
      session.message = "SASLResponse";
      session.serverSignature = Buffer.from(serverSignatureBytes).toString("base64");
      session.response = clientFinalMessageWithoutProof + ",p=" + clientProof;
    }
    function finalizeSession(session, serverData) {
      if (session.message !== "SASLResponse") {
        throw new Error("SASL: Last message was not SASLResponse");
      }
      if (typeof serverData !== "string") {
        throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: serverData must be a string");
      }
      const { serverSignature } = parseServerFinalMessage(serverData);
      if (serverSignature !== session.serverSignature) {
        throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature does not match");
      }
    }
    function isPrintableChars(text2) {
      if (typeof text2 !== "string") {
        throw new TypeError("SASL: text must be a string");
      }
      return text2.split("").map((_, i) => text2.charCodeAt(i)).every((c) => c >= 33 && c <= 43 || c >= 45 && c <= 126);
    }
    function isBase64(text2) {
      return /^(?:[a-zA-Z0-9+/]{4})*(?:[a-zA-Z0-9+/]{2}==|[a-zA-Z0-9+/]{3}=)?$/.test(text2);
    }
    function parseAttributePairs(text2) {
      if (typeof text2 !== "string") {
        throw new TypeError("SASL: attribute pairs text must be a string");
      }
      return new Map(
        text2.split(",").map((attrValue) => {
          if (!/^.=/.test(attrValue)) {
            throw new Error("SASL: Invalid attribute pair entry");
          }
          const name = attrValue[0];
          const value = attrValue.substring(2);
          return [name, value];
        })
      );
    }
    function parseServerFirstMessage(data) {
      const attrPairs = parseAttributePairs(data);
      const nonce = attrPairs.get("r");
      if (!nonce) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce missing");
      } else if (!isPrintableChars(nonce)) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce must only contain printable characters");
      }
      const salt = attrPairs.get("s");
      if (!salt) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: salt missing");
      } else if (!isBase64(salt)) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: salt must be base64");
      }
      const iterationText = attrPairs.get("i");
      if (!iterationText) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: iteration missing");
      } else if (!/^[1-9][0-9]*$/.test(iterationText)) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: invalid iteration count");
      }
      const iteration = parseInt(iterationText, 10);
      return {
        nonce,
        salt,
        iteration
      };
    }
    function parseServerFinalMessage(serverData) {
      const attrPairs = parseAttributePairs(serverData);
      const error = attrPairs.get("e");
      const serverSignature = attrPairs.get("v");
      if (error) {
        throw new Error(`SASL: SCRAM-SERVER-FINAL-MESSAGE: server returned error: "${error}"`);
      }
      if (!serverSignature) {
        throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature is missing");
      } else if (!isBase64(serverSignature)) {
        throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature must be base64");
      }
      return {
        serverSignature
      };
    }
    function xorBuffers(a, b) {
      if (!Buffer.isBuffer(a)) {
        throw new TypeError("first argument must be a Buffer");
      }
      if (!Buffer.isBuffer(b)) {
        throw new TypeError("second argument must be a Buffer");
      }
      if (a.length !== b.length) {
        throw new Error("Buffer lengths must match");
      }
      if (a.length === 0) {
        throw new Error("Buffers cannot be empty");
      }
      return Buffer.from(a.map((_, i) => a[i] ^ b[i]));
    }
    module2.exports = {
      startSession,
      continueSession,
      finalizeSession,
      DEFAULT_MAX_SCRAM_ITERATIONS
    };
  }
});
var require_type_overrides = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/type-overrides.js"(exports2, module2) {
    "use strict";
    var types2 = require_pg_types();
    function TypeOverrides2(userTypes) {
      this._types = userTypes || types2;
      this.text = {};
      this.binary = {};
    }
    TypeOverrides2.prototype.getOverrides = function(format) {
      switch (format) {
        case "text":
          return this.text;
        case "binary":
          return this.binary;
        default:
          return {};
      }
    };
    TypeOverrides2.prototype.setTypeParser = function(oid, format, parseFn) {
      if (typeof format === "function") {
        parseFn = format;
        format = "text";
      }
      this.getOverrides(format)[oid] = parseFn;
    };
    TypeOverrides2.prototype.getTypeParser = function(oid, format) {
      format = format || "text";
      return this.getOverrides(format)[oid] || this._types.getTypeParser(oid, format);
    };
    module2.exports = TypeOverrides2;
  }
});
var require_pg_connection_string = (0, import_cli6.__commonJS)({
  "node_modules/pg-connection-string/index.js"(exports2, module2) {
    "use strict";
    function parse2(str, options = {}) {
      if (str.charAt(0) === "/") {
        const config2 = str.split(" ");
        return { host: config2[0], database: config2[1] };
      }
      const config = /* @__PURE__ */ Object.create(null);
      let result;
      let dummyHost = false;
      if (/ |%[^a-f0-9]|%[a-f0-9][^a-f0-9]/i.test(str)) {
        str = encodeURI(str).replace(/%25(\d\d)/g, "%$1");
      }
      try {
        try {
          result = new URL(str, "postgres://base");
        } catch (e) {
          result = new URL(str.replace("@/", "@___DUMMY___/"), "postgres://base");
          dummyHost = true;
        }
      } catch (err) {
        err.input && (err.input = "*****REDACTED*****");
        throw err;
      }
      for (const entry of result.searchParams.entries()) {
        config[entry[0]] = entry[1];
      }
      config.user = config.user || decodeURIComponent(result.username);
      config.password = config.password || decodeURIComponent(result.password);
      if (result.protocol == "socket:") {
        config.host = decodeURI(result.pathname);
        config.database = result.searchParams.get("db");
        config.client_encoding = result.searchParams.get("encoding");
        return config;
      }
      const hostname = (dummyHost ? "" : result.hostname).replace(/^\[(.+)\]$/, "$1");
      if (!config.host) {
        config.host = decodeURIComponent(hostname);
      } else if (hostname && /^%2f/i.test(hostname)) {
        result.pathname = hostname + result.pathname;
      }
      if (!config.port) {
        config.port = result.port;
      }
      const pathname = result.pathname.slice(1) || null;
      config.database = pathname ? decodeURI(pathname) : null;
      if (config.ssl === "true" || config.ssl === "1") {
        config.ssl = true;
      }
      if (config.ssl === "0") {
        config.ssl = false;
      }
      if (config.sslcert || config.sslkey || config.sslrootcert || config.sslmode) {
        config.ssl = {};
      }
      if (config.sslnegotiation === "direct" && config.ssl === void 0) {
        config.ssl = true;
      }
      const fs = config.sslcert || config.sslkey || config.sslrootcert ? (0, import_cli6.__require)("fs") : null;
      if (config.sslcert) {
        config.ssl.cert = fs.readFileSync(config.sslcert).toString();
      }
      if (config.sslkey) {
        config.ssl.key = fs.readFileSync(config.sslkey).toString();
      }
      if (config.sslrootcert) {
        config.ssl.ca = fs.readFileSync(config.sslrootcert).toString();
      }
      if (options.useLibpqCompat && config.uselibpqcompat) {
        throw new Error("Both useLibpqCompat and uselibpqcompat are set. Please use only one of them.");
      }
      if (config.uselibpqcompat === "true" || options.useLibpqCompat) {
        switch (config.sslmode) {
          case "disable": {
            config.ssl = false;
            break;
          }
          case "prefer": {
            config.ssl.rejectUnauthorized = false;
            break;
          }
          case "require": {
            if (config.sslrootcert) {
              config.ssl.checkServerIdentity = function() {
              };
            } else {
              config.ssl.rejectUnauthorized = false;
            }
            break;
          }
          case "verify-ca": {
            if (!config.ssl.ca) {
              throw new Error(
                "SECURITY WARNING: Using sslmode=verify-ca requires specifying a CA with sslrootcert. If a public CA is used, verify-ca allows connections to a server that somebody else may have registered with the CA, making you vulnerable to Man-in-the-Middle attacks. Either specify a custom CA certificate with sslrootcert parameter or use sslmode=verify-full for proper security."
              );
            }
            config.ssl.checkServerIdentity = function() {
            };
            break;
          }
          case "verify-full": {
            break;
          }
        }
      } else {
        switch (config.sslmode) {
          case "disable": {
            config.ssl = false;
            break;
          }
          case "prefer":
          case "require":
          case "verify-ca":
          case "verify-full": {
            if (config.sslmode !== "verify-full") {
              deprecatedSslModeWarning(config.sslmode);
            }
            break;
          }
          case "no-verify": {
            config.ssl.rejectUnauthorized = false;
            break;
          }
        }
      }
      return config;
    }
    function toConnectionOptions(sslConfig) {
      const connectionOptions = Object.entries(sslConfig).reduce((c, [key, value]) => {
        if (value !== void 0 && value !== null) {
          c[key] = value;
        }
        return c;
      }, /* @__PURE__ */ Object.create(null));
      return connectionOptions;
    }
    function toClientConfig(config) {
      const poolConfig = Object.entries(config).reduce((c, [key, value]) => {
        if (key === "ssl") {
          const sslConfig = value;
          if (typeof sslConfig === "boolean") {
            c[key] = sslConfig;
          }
          if (typeof sslConfig === "object") {
            c[key] = toConnectionOptions(sslConfig);
          }
        } else if (value !== void 0 && value !== null) {
          if (key === "port") {
            if (value !== "") {
              const v = parseInt(value, 10);
              if (isNaN(v)) {
                throw new Error(`Invalid ${key}: ${value}`);
              }
              c[key] = v;
            }
          } else {
            c[key] = value;
          }
        }
        return c;
      }, /* @__PURE__ */ Object.create(null));
      return poolConfig;
    }
    function parseIntoClientConfig(str) {
      return toClientConfig(parse2(str));
    }
    function deprecatedSslModeWarning(sslmode) {
      if (!deprecatedSslModeWarning.warned && typeof process !== "undefined" && process.emitWarning) {
        deprecatedSslModeWarning.warned = true;
        process.emitWarning(`SECURITY WARNING: The SSL modes 'prefer', 'require', and 'verify-ca' are treated as aliases for 'verify-full'.
In the next major version (pg-connection-string v3.0.0 and pg v9.0.0), these modes will adopt standard libpq semantics, which have weaker security guarantees.

To prepare for this change:
- If you want the current behavior, explicitly use 'sslmode=verify-full'
- If you want libpq compatibility now, use 'uselibpqcompat=true&sslmode=${sslmode}'

See https://www.postgresql.org/docs/current/libpq-ssl.html for libpq SSL mode definitions.`);
      }
    }
    module2.exports = parse2;
    parse2.parse = parse2;
    parse2.toClientConfig = toClientConfig;
    parse2.parseIntoClientConfig = parseIntoClientConfig;
  }
});
var require_connection_parameters = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/connection-parameters.js"(exports2, module2) {
    "use strict";
    var dns = (0, import_cli6.__require)("dns");
    var defaults2 = require_defaults();
    var parse2 = require_pg_connection_string().parse;
    var val = function(key, config, envVar) {
      if (config[key]) {
        return config[key];
      }
      if (envVar === void 0) {
        envVar = process.env["PG" + key.toUpperCase()];
      } else if (envVar === false) {
      } else {
        envVar = process.env[envVar];
      }
      return envVar || defaults2[key];
    };
    var readSSLConfigFromEnvironment = function() {
      switch (process.env.PGSSLMODE) {
        case "disable":
          return false;
        case "prefer":
        case "require":
        case "verify-ca":
        case "verify-full":
          return true;
        case "no-verify":
          return { rejectUnauthorized: false };
      }
      return defaults2.ssl;
    };
    var quoteParamValue = function(value) {
      return "'" + ("" + value).replace(/\\/g, "\\\\").replace(/'/g, "\\'") + "'";
    };
    var add = function(params, config, paramName) {
      const value = config[paramName];
      if (value !== void 0 && value !== null) {
        params.push(paramName + "=" + quoteParamValue(value));
      }
    };
    var ConnectionParameters = class {
      constructor(config) {
        config = typeof config === "string" ? parse2(config) : config || {};
        if (config.connectionString) {
          config = Object.assign({}, config, parse2(config.connectionString));
        }
        this.user = val("user", config);
        this.database = val("database", config);
        if (this.database === void 0) {
          this.database = this.user;
        }
        this.port = parseInt(val("port", config), 10);
        this.host = val("host", config);
        Object.defineProperty(this, "password", {
          configurable: true,
          enumerable: false,
          writable: true,
          value: val("password", config)
        });
        this.binary = val("binary", config);
        this.options = val("options", config);
        this.ssl = typeof config.ssl === "undefined" ? readSSLConfigFromEnvironment() : config.ssl;
        if (typeof this.ssl === "string") {
          if (this.ssl === "true") {
            this.ssl = true;
          }
        }
        if (this.ssl === "no-verify") {
          this.ssl = { rejectUnauthorized: false };
        }
        if (this.ssl && this.ssl.key) {
          Object.defineProperty(this.ssl, "key", {
            enumerable: false
          });
        }
        this.sslnegotiation = val("sslnegotiation", config, "PGSSLNEGOTIATION");
        if (this.sslnegotiation !== void 0 && this.sslnegotiation !== "postgres" && this.sslnegotiation !== "direct") {
          throw new Error(
            `Invalid sslnegotiation value: "${this.sslnegotiation}". Valid values are "postgres" and "direct".`
          );
        }
        if (this.sslnegotiation === "direct" && !this.ssl) {
          throw new Error("sslnegotiation=direct requires SSL to be enabled");
        }
        this.client_encoding = val("client_encoding", config);
        this.replication = val("replication", config);
        this.isDomainSocket = !(this.host || "").indexOf("/");
        this.application_name = val("application_name", config, "PGAPPNAME");
        this.fallback_application_name = val("fallback_application_name", config, false);
        this.statement_timeout = val("statement_timeout", config, false);
        this.lock_timeout = val("lock_timeout", config, false);
        this.idle_in_transaction_session_timeout = val("idle_in_transaction_session_timeout", config, false);
        this.query_timeout = val("query_timeout", config, false);
        if (config.connectionTimeoutMillis === void 0) {
          this.connect_timeout = process.env.PGCONNECT_TIMEOUT || 0;
        } else {
          this.connect_timeout = Math.floor(config.connectionTimeoutMillis / 1e3);
        }
        if (config.keepAlive === false) {
          this.keepalives = 0;
        } else if (config.keepAlive === true) {
          this.keepalives = 1;
        }
        if (typeof config.keepAliveInitialDelayMillis === "number") {
          this.keepalives_idle = Math.floor(config.keepAliveInitialDelayMillis / 1e3);
        }
      }
      getLibpqConnectionString(cb) {
        const params = [];
        add(params, this, "user");
        add(params, this, "password");
        add(params, this, "port");
        add(params, this, "application_name");
        add(params, this, "fallback_application_name");
        add(params, this, "connect_timeout");
        add(params, this, "options");
        const ssl = typeof this.ssl === "object" ? this.ssl : this.ssl ? { sslmode: this.ssl } : {};
        add(params, ssl, "sslmode");
        add(params, ssl, "sslca");
        add(params, ssl, "sslkey");
        add(params, ssl, "sslcert");
        add(params, ssl, "sslrootcert");
        add(params, this, "sslnegotiation");
        if (this.database) {
          params.push("dbname=" + quoteParamValue(this.database));
        }
        if (this.replication) {
          params.push("replication=" + quoteParamValue(this.replication));
        }
        if (this.host) {
          params.push("host=" + quoteParamValue(this.host));
        }
        if (this.isDomainSocket) {
          return cb(null, params.join(" "));
        }
        if (this.client_encoding) {
          params.push("client_encoding=" + quoteParamValue(this.client_encoding));
        }
        dns.lookup(this.host, function(err, address) {
          if (err) return cb(err, null);
          params.push("hostaddr=" + quoteParamValue(address));
          return cb(null, params.join(" "));
        });
      }
    };
    module2.exports = ConnectionParameters;
  }
});
var require_result = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/result.js"(exports2, module2) {
    "use strict";
    var types2 = require_pg_types();
    var matchRegexp = /^([A-Za-z]+)(?: (\d+))?(?: (\d+))?/;
    var Result2 = class {
      constructor(rowMode, types3) {
        this.command = null;
        this.rowCount = null;
        this.oid = null;
        this.rows = [];
        this.fields = [];
        this._parsers = void 0;
        this._types = types3;
        this.RowCtor = null;
        this.rowAsArray = rowMode === "array";
        if (this.rowAsArray) {
          this.parseRow = this._parseRowAsArray;
        }
        this._prebuiltEmptyResultObject = null;
      }
      // adds a command complete message
      addCommandComplete(msg) {
        let match;
        if (msg.text) {
          match = matchRegexp.exec(msg.text);
        } else {
          match = matchRegexp.exec(msg.command);
        }
        if (match) {
          this.command = match[1];
          if (match[3]) {
            this.oid = parseInt(match[2], 10);
            this.rowCount = parseInt(match[3], 10);
          } else if (match[2]) {
            this.rowCount = parseInt(match[2], 10);
          }
        }
      }
      _parseRowAsArray(rowData) {
        const row = new Array(rowData.length);
        for (let i = 0, len = rowData.length; i < len; i++) {
          const rawValue = rowData[i];
          if (rawValue !== null) {
            row[i] = this._parsers[i](rawValue);
          } else {
            row[i] = null;
          }
        }
        return row;
      }
      parseRow(rowData) {
        const row = { ...this._prebuiltEmptyResultObject };
        for (let i = 0, len = rowData.length; i < len; i++) {
          const rawValue = rowData[i];
          const field = this.fields[i].name;
          if (rawValue !== null) {
            const v = this.fields[i].format === "binary" ? Buffer.from(rawValue) : rawValue;
            row[field] = this._parsers[i](v);
          } else {
            row[field] = null;
          }
        }
        return row;
      }
      addRow(row) {
        this.rows.push(row);
      }
      addFields(fieldDescriptions) {
        this.fields = fieldDescriptions;
        if (this.fields.length) {
          this._parsers = new Array(fieldDescriptions.length);
        }
        const row = /* @__PURE__ */ Object.create(null);
        for (let i = 0; i < fieldDescriptions.length; i++) {
          const desc = fieldDescriptions[i];
          row[desc.name] = null;
          if (this._types) {
            this._parsers[i] = this._types.getTypeParser(desc.dataTypeID, desc.format || "text");
          } else {
            this._parsers[i] = types2.getTypeParser(desc.dataTypeID, desc.format || "text");
          }
        }
        this._prebuiltEmptyResultObject = { ...row };
      }
    };
    module2.exports = Result2;
  }
});
var require_query = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/query.js"(exports2, module2) {
    "use strict";
    var { EventEmitter } = (0, import_cli6.__require)("events");
    var Result2 = require_result();
    var utils = require_utils();
    var Query2 = class extends EventEmitter {
      constructor(config, values, callback) {
        super();
        config = utils.normalizeQueryConfig(config, values, callback);
        this.text = config.text;
        this.values = config.values;
        this.rows = config.rows;
        this.types = config.types;
        this.name = config.name;
        this.queryMode = config.queryMode;
        this.binary = config.binary;
        this.portal = config.portal || "";
        this.callback = config.callback;
        this._rowMode = config.rowMode;
        if (process.domain && config.callback) {
          this.callback = process.domain.bind(config.callback);
        }
        this._result = new Result2(this._rowMode, this.types);
        this._results = this._result;
        this._canceledDueToError = false;
      }
      requiresPreparation() {
        if (this.queryMode === "extended") {
          return true;
        }
        if (this.name) {
          return true;
        }
        if (this.rows) {
          return true;
        }
        if (!this.text) {
          return false;
        }
        if (!this.values) {
          return false;
        }
        return this.values.length > 0;
      }
      _checkForMultirow() {
        if (this._result.command) {
          if (!Array.isArray(this._results)) {
            this._results = [this._result];
          }
          this._result = new Result2(this._rowMode, this._result._types);
          this._results.push(this._result);
        }
      }
      // associates row metadata from the supplied
      // message with this query object
      // metadata used when parsing row results
      handleRowDescription(msg) {
        this._checkForMultirow();
        this._result.addFields(msg.fields);
        this._accumulateRows = this.callback || !this.listeners("row").length;
      }
      handleDataRow(msg) {
        let row;
        if (this._canceledDueToError) {
          return;
        }
        try {
          row = this._result.parseRow(msg.fields);
        } catch (err) {
          this._canceledDueToError = err;
          return;
        }
        this.emit("row", row, this._result);
        if (this._accumulateRows) {
          this._result.addRow(row);
        }
      }
      handleCommandComplete(msg, connection) {
        this._checkForMultirow();
        this._result.addCommandComplete(msg);
        if (this.rows) {
          connection.sync();
        }
      }
      // if a named prepared statement is created with empty query text
      // the backend will send an emptyQuery message but *not* a command complete message
      // since we pipeline sync immediately after execute we don't need to do anything here
      // unless we have rows specified, in which case we did not pipeline the initial sync call
      handleEmptyQuery(connection) {
        if (this.rows) {
          connection.sync();
        }
      }
      handleError(err, connection) {
        if (this._canceledDueToError) {
          err = this._canceledDueToError;
          this._canceledDueToError = false;
        }
        if (this.callback) {
          return this.callback(err);
        }
        this.emit("error", err);
      }
      handleReadyForQuery(con) {
        if (this._canceledDueToError) {
          return this.handleError(this._canceledDueToError, con);
        }
        if (this.callback) {
          try {
            this.callback(null, this._results);
          } catch (err) {
            process.nextTick(() => {
              throw err;
            });
          }
        }
        this.emit("end", this._results);
      }
      submit(connection) {
        if (typeof this.text !== "string" && typeof this.name !== "string") {
          return new Error("A query must have either text or a name. Supplying neither is unsupported.");
        }
        const previous = connection.parsedStatements[this.name] || connection.submittedNamedStatements[this.name];
        if (this.text && previous && this.text !== previous) {
          return new Error(`Prepared statements must be unique - '${this.name}' was used for a different statement`);
        }
        if (this.values && !Array.isArray(this.values)) {
          return new Error("Query values must be an array");
        }
        if (this.requiresPreparation()) {
          connection.stream.cork && connection.stream.cork();
          try {
            this.prepare(connection);
          } finally {
            connection.stream.uncork && connection.stream.uncork();
          }
        } else {
          connection.query(this.text);
        }
        return null;
      }
      hasBeenParsed(connection) {
        return this.name && (connection.parsedStatements[this.name] !== void 0 || connection.submittedNamedStatements[this.name] !== void 0);
      }
      handlePortalSuspended(connection) {
        this._getRows(connection, this.rows);
      }
      _getRows(connection, rows) {
        connection.execute({
          portal: this.portal,
          rows
        });
        if (!rows) {
          connection.sync();
        } else {
          connection.flush();
        }
      }
      // http://developer.postgresql.org/pgdocs/postgres/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
      prepare(connection) {
        if (!this.hasBeenParsed(connection)) {
          connection.parse({
            text: this.text,
            name: this.name,
            types: this.types
          });
          if (this.name) {
            connection.submittedNamedStatements[this.name] = this.text;
          }
        }
        try {
          connection.bind({
            portal: this.portal,
            statement: this.name,
            values: this.values,
            binary: this.binary,
            valueMapper: utils.prepareValue
          });
        } catch (err) {
          connection.close({ type: "S", name: this.name });
          connection.sync();
          this.handleError(err, connection);
          return;
        }
        connection.describe({
          type: "P",
          name: this.portal || ""
        });
        this._getRows(connection, this.rows);
      }
      handleCopyInResponse(connection) {
        connection.sendCopyFail("No source stream defined");
      }
      handleCopyData(msg, connection) {
      }
    };
    module2.exports = Query2;
  }
});
var require_messages = (0, import_cli6.__commonJS)({
  "node_modules/pg-protocol/dist/messages.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.NoticeMessage = exports2.DataRowMessage = exports2.CommandCompleteMessage = exports2.ReadyForQueryMessage = exports2.NotificationResponseMessage = exports2.BackendKeyDataMessage = exports2.AuthenticationMD5Password = exports2.ParameterStatusMessage = exports2.ParameterDescriptionMessage = exports2.RowDescriptionMessage = exports2.Field = exports2.CopyResponse = exports2.CopyDataMessage = exports2.DatabaseError = exports2.copyDone = exports2.emptyQuery = exports2.replicationStart = exports2.portalSuspended = exports2.noData = exports2.closeComplete = exports2.bindComplete = exports2.parseComplete = void 0;
    exports2.parseComplete = {
      name: "parseComplete",
      length: 5
    };
    exports2.bindComplete = {
      name: "bindComplete",
      length: 5
    };
    exports2.closeComplete = {
      name: "closeComplete",
      length: 5
    };
    exports2.noData = {
      name: "noData",
      length: 5
    };
    exports2.portalSuspended = {
      name: "portalSuspended",
      length: 5
    };
    exports2.replicationStart = {
      name: "replicationStart",
      length: 4
    };
    exports2.emptyQuery = {
      name: "emptyQuery",
      length: 4
    };
    exports2.copyDone = {
      name: "copyDone",
      length: 4
    };
    var DatabaseError2 = class extends Error {
      constructor(message, length, name) {
        super(message);
        this.length = length;
        this.name = name;
      }
    };
    exports2.DatabaseError = DatabaseError2;
    var CopyDataMessage = class {
      constructor(length, chunk) {
        this.length = length;
        this.chunk = chunk;
        this.name = "copyData";
      }
    };
    exports2.CopyDataMessage = CopyDataMessage;
    var CopyResponse = class {
      constructor(length, name, binary, columnCount) {
        this.length = length;
        this.name = name;
        this.binary = binary;
        this.columnTypes = new Array(columnCount);
      }
    };
    exports2.CopyResponse = CopyResponse;
    var Field = class {
      constructor(name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier, format) {
        this.name = name;
        this.tableID = tableID;
        this.columnID = columnID;
        this.dataTypeID = dataTypeID;
        this.dataTypeSize = dataTypeSize;
        this.dataTypeModifier = dataTypeModifier;
        this.format = format;
      }
    };
    exports2.Field = Field;
    var RowDescriptionMessage = class {
      constructor(length, fieldCount) {
        this.length = length;
        this.fieldCount = fieldCount;
        this.name = "rowDescription";
        this.fields = new Array(this.fieldCount);
      }
    };
    exports2.RowDescriptionMessage = RowDescriptionMessage;
    var ParameterDescriptionMessage = class {
      constructor(length, parameterCount) {
        this.length = length;
        this.parameterCount = parameterCount;
        this.name = "parameterDescription";
        this.dataTypeIDs = new Array(this.parameterCount);
      }
    };
    exports2.ParameterDescriptionMessage = ParameterDescriptionMessage;
    var ParameterStatusMessage = class {
      constructor(length, parameterName, parameterValue) {
        this.length = length;
        this.parameterName = parameterName;
        this.parameterValue = parameterValue;
        this.name = "parameterStatus";
      }
    };
    exports2.ParameterStatusMessage = ParameterStatusMessage;
    var AuthenticationMD5Password = class {
      constructor(length, salt) {
        this.length = length;
        this.salt = salt;
        this.name = "authenticationMD5Password";
      }
    };
    exports2.AuthenticationMD5Password = AuthenticationMD5Password;
    var BackendKeyDataMessage = class {
      constructor(length, processID, secretKey) {
        this.length = length;
        this.processID = processID;
        this.secretKey = secretKey;
        this.name = "backendKeyData";
      }
    };
    exports2.BackendKeyDataMessage = BackendKeyDataMessage;
    var NotificationResponseMessage = class {
      constructor(length, processId, channel, payload) {
        this.length = length;
        this.processId = processId;
        this.channel = channel;
        this.payload = payload;
        this.name = "notification";
      }
    };
    exports2.NotificationResponseMessage = NotificationResponseMessage;
    var ReadyForQueryMessage = class {
      constructor(length, status) {
        this.length = length;
        this.status = status;
        this.name = "readyForQuery";
      }
    };
    exports2.ReadyForQueryMessage = ReadyForQueryMessage;
    var CommandCompleteMessage = class {
      constructor(length, text2) {
        this.length = length;
        this.text = text2;
        this.name = "commandComplete";
      }
    };
    exports2.CommandCompleteMessage = CommandCompleteMessage;
    var DataRowMessage = class {
      constructor(length, fields) {
        this.length = length;
        this.fields = fields;
        this.name = "dataRow";
        this.fieldCount = fields.length;
      }
    };
    exports2.DataRowMessage = DataRowMessage;
    var NoticeMessage = class {
      constructor(length, message) {
        this.length = length;
        this.message = message;
        this.name = "notice";
      }
    };
    exports2.NoticeMessage = NoticeMessage;
  }
});
var require_buffer_writer = (0, import_cli6.__commonJS)({
  "node_modules/pg-protocol/dist/buffer-writer.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.Writer = void 0;
    var Writer = class {
      constructor(size = 256) {
        this.size = size;
        this.offset = 5;
        this.headerPosition = 0;
        this.buffer = Buffer.allocUnsafe(size);
      }
      ensure(size) {
        const remaining = this.buffer.length - this.offset;
        if (remaining < size) {
          const oldBuffer = this.buffer;
          const newSize = oldBuffer.length + (oldBuffer.length >> 1) + size;
          this.buffer = Buffer.allocUnsafe(newSize);
          oldBuffer.copy(this.buffer, 0, 0, this.offset);
        }
      }
      addInt32(num) {
        this.ensure(4);
        this.buffer[this.offset++] = num >>> 24 & 255;
        this.buffer[this.offset++] = num >>> 16 & 255;
        this.buffer[this.offset++] = num >>> 8 & 255;
        this.buffer[this.offset++] = num >>> 0 & 255;
        return this;
      }
      addInt16(num) {
        this.ensure(2);
        this.buffer[this.offset++] = num >>> 8 & 255;
        this.buffer[this.offset++] = num >>> 0 & 255;
        return this;
      }
      addCString(string2) {
        if (!string2) {
          this.ensure(1);
        } else {
          const len = Buffer.byteLength(string2);
          this.ensure(len + 1);
          this.buffer.write(string2, this.offset, "utf-8");
          this.offset += len;
        }
        this.buffer[this.offset++] = 0;
        return this;
      }
      addString(string2 = "") {
        const len = Buffer.byteLength(string2);
        this.ensure(len);
        this.buffer.write(string2, this.offset);
        this.offset += len;
        return this;
      }
      // Write an Int32 byte-length prefix immediately followed by the string's UTF-8
      // bytes. Postgres' Bind wire format prefixes every parameter with its length,
      // and doing it in one method computes Buffer.byteLength ONCE \u2014 the previous
      // `addInt32(Buffer.byteLength(s)).addString(s)` pairing scanned the string
      // three times (byteLength for the prefix, byteLength again inside addString,
      // then the encode), which is costly for large text parameters.
      addInt32PrefixedString(string2) {
        const len = Buffer.byteLength(string2);
        this.ensure(4 + len);
        const buffer = this.buffer;
        let offset = this.offset;
        buffer[offset++] = len >>> 24 & 255;
        buffer[offset++] = len >>> 16 & 255;
        buffer[offset++] = len >>> 8 & 255;
        buffer[offset++] = len >>> 0 & 255;
        buffer.write(string2, offset, "utf-8");
        this.offset = offset + len;
        return this;
      }
      add(otherBuffer) {
        this.ensure(otherBuffer.length);
        otherBuffer.copy(this.buffer, this.offset);
        this.offset += otherBuffer.length;
        return this;
      }
      /**
       * Appends an uninitialized block of {@link size} bytes to the buffer and returns its offset.
       */
      reserveUnsafe(size) {
        const offset = this.offset;
        this.ensure(size);
        this.offset += size;
        return offset;
      }
      join(code) {
        if (code) {
          this.buffer[this.headerPosition] = code;
          const length = this.offset - (this.headerPosition + 1);
          this.buffer.writeInt32BE(length, this.headerPosition + 1);
        }
        return this.buffer.slice(code ? 0 : 5, this.offset);
      }
      flush(code) {
        const result = this.join(code);
        this.offset = 5;
        this.headerPosition = 0;
        this.buffer = Buffer.allocUnsafe(this.size);
        return result;
      }
      clear() {
        this.offset = 5;
        this.headerPosition = 0;
      }
    };
    exports2.Writer = Writer;
  }
});
var require_serializer = (0, import_cli6.__commonJS)({
  "node_modules/pg-protocol/dist/serializer.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.serialize = void 0;
    var buffer_writer_1 = require_buffer_writer();
    var writer = new buffer_writer_1.Writer();
    var startup = (opts) => {
      writer.addInt16(3).addInt16(0);
      for (const key of Object.keys(opts)) {
        writer.addCString(key).addCString(opts[key]);
      }
      writer.addCString("client_encoding").addCString("UTF8");
      const bodyBuffer = writer.addCString("").flush();
      const length = bodyBuffer.length + 4;
      return new buffer_writer_1.Writer().addInt32(length).add(bodyBuffer).flush();
    };
    var requestSsl = () => {
      const response = Buffer.allocUnsafe(8);
      response.writeInt32BE(8, 0);
      response.writeInt32BE(80877103, 4);
      return response;
    };
    var password = (password2) => {
      return writer.addCString(password2).flush(
        112
        /* code.startup */
      );
    };
    var sendSASLInitialResponseMessage = function(mechanism, initialResponse) {
      writer.addCString(mechanism).addInt32PrefixedString(initialResponse);
      return writer.flush(
        112
        /* code.startup */
      );
    };
    var sendSCRAMClientFinalMessage = function(additionalData) {
      return writer.addString(additionalData).flush(
        112
        /* code.startup */
      );
    };
    var query = (text2) => {
      return writer.addCString(text2).flush(
        81
        /* code.query */
      );
    };
    var emptyArray = [];
    var parse2 = (query2) => {
      const name = query2.name || "";
      if (name.length > 63) {
        console.error("Warning! Postgres only supports 63 characters for query names.");
        console.error("You supplied %s (%s)", name, name.length);
        console.error("This can cause conflicts and silent errors executing queries");
      }
      const types2 = query2.types || emptyArray;
      const len = types2.length;
      const buffer = writer.addCString(name).addCString(query2.text).addInt16(len);
      for (let i = 0; i < len; i++) {
        buffer.addInt32(types2[i]);
      }
      return writer.flush(
        80
        /* code.parse */
      );
    };
    var writeValues = function(values, valueMapper, formatsOffset) {
      const len = values.length;
      for (let i = 0; i < len; i++) {
        const mappedVal = valueMapper ? valueMapper(values[i], i) : values[i];
        let formatByte = 0;
        if (mappedVal == null) {
          writer.addInt32(-1);
        } else if (mappedVal instanceof Buffer) {
          formatByte = 1;
          writer.addInt32(mappedVal.length);
          writer.add(mappedVal);
        } else {
          writer.addInt32PrefixedString(mappedVal);
        }
        const buf = writer.buffer;
        buf[formatsOffset++] = 0;
        buf[formatsOffset++] = formatByte;
      }
    };
    var bind = (config = {}) => {
      const portal = config.portal || "";
      const statement = config.statement || "";
      const binary = config.binary || false;
      const values = config.values || emptyArray;
      const len = values.length;
      writer.addCString(portal).addCString(statement);
      writer.addInt16(len);
      const formatsOffset = writer.reserveUnsafe(len * 2);
      writer.addInt16(len);
      try {
        writeValues(values, config.valueMapper, formatsOffset);
      } catch (err) {
        writer.clear();
        throw err;
      }
      writer.addInt16(1);
      writer.addInt16(
        binary ? 1 : 0
        /* ParamType.STRING */
      );
      return writer.flush(
        66
        /* code.bind */
      );
    };
    var emptyExecute = Buffer.from([69, 0, 0, 0, 9, 0, 0, 0, 0, 0]);
    var execute = (config) => {
      if (!config || !config.portal && !config.rows) {
        return emptyExecute;
      }
      const portal = config.portal || "";
      const rows = config.rows || 0;
      const portalLength = Buffer.byteLength(portal);
      const len = 4 + portalLength + 1 + 4;
      const buff = Buffer.allocUnsafe(1 + len);
      buff[0] = 69;
      buff.writeInt32BE(len, 1);
      buff.write(portal, 5, "utf-8");
      buff[portalLength + 5] = 0;
      buff.writeUInt32BE(rows, buff.length - 4);
      return buff;
    };
    var cancel = (processID, secretKey) => {
      const buffer = Buffer.allocUnsafe(16);
      buffer.writeInt32BE(16, 0);
      buffer.writeInt16BE(1234, 4);
      buffer.writeInt16BE(5678, 6);
      buffer.writeInt32BE(processID, 8);
      buffer.writeInt32BE(secretKey, 12);
      return buffer;
    };
    var cstringMessage = (code, string2) => {
      const stringLen = Buffer.byteLength(string2);
      const len = 4 + stringLen + 1;
      const buffer = Buffer.allocUnsafe(1 + len);
      buffer[0] = code;
      buffer.writeInt32BE(len, 1);
      buffer.write(string2, 5, "utf-8");
      buffer[len] = 0;
      return buffer;
    };
    var emptyDescribePortal = writer.addCString("P").flush(
      68
      /* code.describe */
    );
    var emptyDescribeStatement = writer.addCString("S").flush(
      68
      /* code.describe */
    );
    var describe = (msg) => {
      return msg.name ? cstringMessage(68, `${msg.type}${msg.name || ""}`) : msg.type === "P" ? emptyDescribePortal : emptyDescribeStatement;
    };
    var close = (msg) => {
      const text2 = `${msg.type}${msg.name || ""}`;
      return cstringMessage(67, text2);
    };
    var copyData = (chunk) => {
      return writer.add(chunk).flush(
        100
        /* code.copyFromChunk */
      );
    };
    var copyFail = (message) => {
      return cstringMessage(102, message);
    };
    var codeOnlyBuffer = (code) => Buffer.from([code, 0, 0, 0, 4]);
    var flushBuffer = codeOnlyBuffer(
      72
      /* code.flush */
    );
    var syncBuffer = codeOnlyBuffer(
      83
      /* code.sync */
    );
    var endBuffer = codeOnlyBuffer(
      88
      /* code.end */
    );
    var copyDoneBuffer = codeOnlyBuffer(
      99
      /* code.copyDone */
    );
    var serialize = {
      startup,
      password,
      requestSsl,
      sendSASLInitialResponseMessage,
      sendSCRAMClientFinalMessage,
      query,
      parse: parse2,
      bind,
      execute,
      describe,
      close,
      flush: () => flushBuffer,
      sync: () => syncBuffer,
      end: () => endBuffer,
      copyData,
      copyDone: () => copyDoneBuffer,
      copyFail,
      cancel
    };
    exports2.serialize = serialize;
  }
});
var require_buffer_reader = (0, import_cli6.__commonJS)({
  "node_modules/pg-protocol/dist/buffer-reader.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.BufferReader = void 0;
    var BufferReader = class {
      constructor(offset = 0) {
        this.offset = offset;
        this.buffer = Buffer.allocUnsafe(0);
        this.encoding = "utf-8";
      }
      setBuffer(offset, buffer) {
        this.offset = offset;
        this.buffer = buffer;
      }
      int16() {
        const result = this.buffer.readInt16BE(this.offset);
        this.offset += 2;
        return result;
      }
      byte() {
        const result = this.buffer[this.offset];
        this.offset++;
        return result;
      }
      int32() {
        const result = this.buffer.readInt32BE(this.offset);
        this.offset += 4;
        return result;
      }
      uint32() {
        const result = this.buffer.readUInt32BE(this.offset);
        this.offset += 4;
        return result;
      }
      string(length) {
        const result = this.buffer.toString(this.encoding, this.offset, this.offset + length);
        this.offset += length;
        return result;
      }
      cstring() {
        const start = this.offset;
        let end = start;
        while (this.buffer[end++]) {
        }
        this.offset = end;
        return this.buffer.toString(this.encoding, start, end - 1);
      }
      bytes(length) {
        const result = this.buffer.slice(this.offset, this.offset + length);
        this.offset += length;
        return result;
      }
    };
    exports2.BufferReader = BufferReader;
  }
});
var require_parser = (0, import_cli6.__commonJS)({
  "node_modules/pg-protocol/dist/parser.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.Parser = void 0;
    var messages_1 = require_messages();
    var buffer_reader_1 = require_buffer_reader();
    var CODE_LENGTH = 1;
    var LEN_LENGTH = 4;
    var HEADER_LENGTH = CODE_LENGTH + LEN_LENGTH;
    var LATEINIT_LENGTH = -1;
    var emptyBuffer = Buffer.allocUnsafe(0);
    var Parser = class {
      constructor(opts) {
        this.buffer = emptyBuffer;
        this.bufferLength = 0;
        this.bufferOffset = 0;
        this.reader = new buffer_reader_1.BufferReader();
        if ((opts === null || opts === void 0 ? void 0 : opts.mode) === "binary") {
          throw new Error("Binary mode not supported yet");
        }
        this.mode = (opts === null || opts === void 0 ? void 0 : opts.mode) || "text";
      }
      parse(buffer, callback) {
        this.mergeBuffer(buffer);
        const bufferFullLength = this.bufferOffset + this.bufferLength;
        let offset = this.bufferOffset;
        while (offset + HEADER_LENGTH <= bufferFullLength) {
          const code = this.buffer[offset];
          const length = this.buffer.readUInt32BE(offset + CODE_LENGTH);
          const fullMessageLength = CODE_LENGTH + length;
          if (fullMessageLength + offset <= bufferFullLength) {
            const message = this.handlePacket(offset + HEADER_LENGTH, code, length, this.buffer);
            callback(message);
            offset += fullMessageLength;
          } else {
            break;
          }
        }
        if (offset === bufferFullLength) {
          this.buffer = emptyBuffer;
          this.bufferLength = 0;
          this.bufferOffset = 0;
        } else {
          this.bufferLength = bufferFullLength - offset;
          this.bufferOffset = offset;
        }
      }
      mergeBuffer(buffer) {
        if (this.bufferLength > 0) {
          const newLength = this.bufferLength + buffer.byteLength;
          const newFullLength = newLength + this.bufferOffset;
          if (newFullLength > this.buffer.byteLength) {
            let newBuffer;
            if (newLength <= this.buffer.byteLength && this.bufferOffset >= this.bufferLength) {
              newBuffer = this.buffer;
            } else {
              let newBufferLength = this.buffer.byteLength * 2;
              while (newLength >= newBufferLength) {
                newBufferLength *= 2;
              }
              newBuffer = Buffer.allocUnsafe(newBufferLength);
            }
            this.buffer.copy(newBuffer, 0, this.bufferOffset, this.bufferOffset + this.bufferLength);
            this.buffer = newBuffer;
            this.bufferOffset = 0;
          }
          buffer.copy(this.buffer, this.bufferOffset + this.bufferLength);
          this.bufferLength = newLength;
        } else {
          this.buffer = buffer;
          this.bufferOffset = 0;
          this.bufferLength = buffer.byteLength;
        }
      }
      handlePacket(offset, code, length, bytes2) {
        const { reader } = this;
        reader.setBuffer(offset, bytes2);
        let message;
        switch (code) {
          case 50:
            message = messages_1.bindComplete;
            break;
          case 49:
            message = messages_1.parseComplete;
            break;
          case 51:
            message = messages_1.closeComplete;
            break;
          case 110:
            message = messages_1.noData;
            break;
          case 115:
            message = messages_1.portalSuspended;
            break;
          case 99:
            message = messages_1.copyDone;
            break;
          case 87:
            message = messages_1.replicationStart;
            break;
          case 73:
            message = messages_1.emptyQuery;
            break;
          case 68:
            message = parseDataRowMessage(reader);
            break;
          case 67:
            message = parseCommandCompleteMessage(reader);
            break;
          case 90:
            message = parseReadyForQueryMessage(reader);
            break;
          case 65:
            message = parseNotificationMessage(reader);
            break;
          case 82:
            message = parseAuthenticationResponse(reader, length);
            break;
          case 83:
            message = parseParameterStatusMessage(reader);
            break;
          case 75:
            message = parseBackendKeyData(reader);
            break;
          case 69:
            message = parseErrorMessage(reader, "error");
            break;
          case 78:
            message = parseErrorMessage(reader, "notice");
            break;
          case 84:
            message = parseRowDescriptionMessage(reader);
            break;
          case 116:
            message = parseParameterDescriptionMessage(reader);
            break;
          case 71:
            message = parseCopyInMessage(reader);
            break;
          case 72:
            message = parseCopyOutMessage(reader);
            break;
          case 100:
            message = parseCopyData(reader, length);
            break;
          default:
            return new messages_1.DatabaseError("received invalid response: " + code.toString(16), length, "error");
        }
        reader.setBuffer(0, emptyBuffer);
        message.length = length;
        return message;
      }
    };
    exports2.Parser = Parser;
    var parseReadyForQueryMessage = (reader) => {
      const status = reader.string(1);
      return new messages_1.ReadyForQueryMessage(LATEINIT_LENGTH, status);
    };
    var parseCommandCompleteMessage = (reader) => {
      const text2 = reader.cstring();
      return new messages_1.CommandCompleteMessage(LATEINIT_LENGTH, text2);
    };
    var parseCopyData = (reader, length) => {
      const chunk = reader.bytes(length - 4);
      return new messages_1.CopyDataMessage(LATEINIT_LENGTH, chunk);
    };
    var parseCopyInMessage = (reader) => parseCopyMessage(reader, "copyInResponse");
    var parseCopyOutMessage = (reader) => parseCopyMessage(reader, "copyOutResponse");
    var parseCopyMessage = (reader, messageName) => {
      const isBinary = reader.byte() !== 0;
      const columnCount = reader.int16();
      const message = new messages_1.CopyResponse(LATEINIT_LENGTH, messageName, isBinary, columnCount);
      for (let i = 0; i < columnCount; i++) {
        message.columnTypes[i] = reader.int16();
      }
      return message;
    };
    var parseNotificationMessage = (reader) => {
      const processId = reader.int32();
      const channel = reader.cstring();
      const payload = reader.cstring();
      return new messages_1.NotificationResponseMessage(LATEINIT_LENGTH, processId, channel, payload);
    };
    var parseRowDescriptionMessage = (reader) => {
      const fieldCount = reader.int16();
      const message = new messages_1.RowDescriptionMessage(LATEINIT_LENGTH, fieldCount);
      for (let i = 0; i < fieldCount; i++) {
        message.fields[i] = parseField(reader);
      }
      return message;
    };
    var parseField = (reader) => {
      const name = reader.cstring();
      const tableID = reader.uint32();
      const columnID = reader.int16();
      const dataTypeID = reader.uint32();
      const dataTypeSize = reader.int16();
      const dataTypeModifier = reader.int32();
      const mode = reader.int16() === 0 ? "text" : "binary";
      return new messages_1.Field(name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier, mode);
    };
    var parseParameterDescriptionMessage = (reader) => {
      const parameterCount = reader.int16();
      const message = new messages_1.ParameterDescriptionMessage(LATEINIT_LENGTH, parameterCount);
      for (let i = 0; i < parameterCount; i++) {
        message.dataTypeIDs[i] = reader.uint32();
      }
      return message;
    };
    var parseDataRowMessage = (reader) => {
      const fieldCount = reader.int16();
      const fields = new Array(fieldCount);
      for (let i = 0; i < fieldCount; i++) {
        const len = reader.int32();
        fields[i] = len === -1 ? null : reader.string(len);
      }
      return new messages_1.DataRowMessage(LATEINIT_LENGTH, fields);
    };
    var parseParameterStatusMessage = (reader) => {
      const name = reader.cstring();
      const value = reader.cstring();
      return new messages_1.ParameterStatusMessage(LATEINIT_LENGTH, name, value);
    };
    var parseBackendKeyData = (reader) => {
      const processID = reader.int32();
      const secretKey = reader.int32();
      return new messages_1.BackendKeyDataMessage(LATEINIT_LENGTH, processID, secretKey);
    };
    var parseAuthenticationResponse = (reader, length) => {
      const code = reader.int32();
      const message = {
        name: "authenticationOk",
        length
      };
      switch (code) {
        case 0:
          break;
        case 3:
          if (message.length === 8) {
            message.name = "authenticationCleartextPassword";
          }
          break;
        case 5:
          if (message.length === 12) {
            message.name = "authenticationMD5Password";
            const salt = reader.bytes(4);
            return new messages_1.AuthenticationMD5Password(LATEINIT_LENGTH, salt);
          }
          break;
        case 10:
          {
            message.name = "authenticationSASL";
            message.mechanisms = [];
            let mechanism;
            do {
              mechanism = reader.cstring();
              if (mechanism) {
                message.mechanisms.push(mechanism);
              }
            } while (mechanism);
          }
          break;
        case 11:
          message.name = "authenticationSASLContinue";
          message.data = reader.string(length - 8);
          break;
        case 12:
          message.name = "authenticationSASLFinal";
          message.data = reader.string(length - 8);
          break;
        default:
          throw new Error("Unknown authenticationOk message type " + code);
      }
      return message;
    };
    var parseErrorMessage = (reader, name) => {
      const fields = {};
      let fieldType = reader.string(1);
      while (fieldType !== "\0") {
        fields[fieldType] = reader.cstring();
        fieldType = reader.string(1);
      }
      const messageValue = fields.M;
      const message = name === "notice" ? new messages_1.NoticeMessage(LATEINIT_LENGTH, messageValue) : new messages_1.DatabaseError(messageValue, LATEINIT_LENGTH, name);
      message.severity = fields.S;
      message.code = fields.C;
      message.detail = fields.D;
      message.hint = fields.H;
      message.position = fields.P;
      message.internalPosition = fields.p;
      message.internalQuery = fields.q;
      message.where = fields.W;
      message.schema = fields.s;
      message.table = fields.t;
      message.column = fields.c;
      message.dataType = fields.d;
      message.constraint = fields.n;
      message.file = fields.F;
      message.line = fields.L;
      message.routine = fields.R;
      return message;
    };
  }
});
var require_dist = (0, import_cli6.__commonJS)({
  "node_modules/pg-protocol/dist/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.DatabaseError = exports2.serialize = void 0;
    exports2.parse = parse2;
    var messages_1 = require_messages();
    Object.defineProperty(exports2, "DatabaseError", { enumerable: true, get: function() {
      return messages_1.DatabaseError;
    } });
    var serializer_1 = require_serializer();
    Object.defineProperty(exports2, "serialize", { enumerable: true, get: function() {
      return serializer_1.serialize;
    } });
    var parser_1 = require_parser();
    function parse2(stream, callback) {
      const parser = new parser_1.Parser();
      stream.on("data", (buffer) => parser.parse(buffer, callback));
      return new Promise((resolve3) => stream.on("end", () => resolve3()));
    }
  }
});
var require_empty = (0, import_cli6.__commonJS)({
  "node_modules/pg-cloudflare/dist/empty.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.default = {};
  }
});
var require_stream = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/stream.js"(exports2, module2) {
    var { getStream, getSecureStream } = getStreamFuncs();
    module2.exports = {
      /**
       * Get a socket stream compatible with the current runtime environment.
       * @returns {Duplex}
       */
      getStream,
      /**
       * Get a TLS secured socket, compatible with the current environment,
       * using the socket and other settings given in `options`.
       * @returns {Duplex}
       */
      getSecureStream
    };
    function getNodejsStreamFuncs() {
      function getStream2(ssl) {
        const net = (0, import_cli6.__require)("net");
        return new net.Socket();
      }
      function getSecureStream2(options) {
        const tls = (0, import_cli6.__require)("tls");
        return tls.connect(options);
      }
      return {
        getStream: getStream2,
        getSecureStream: getSecureStream2
      };
    }
    function getCloudflareStreamFuncs() {
      function getStream2(ssl) {
        const { CloudflareSocket } = require_empty();
        return new CloudflareSocket(ssl);
      }
      function getSecureStream2(options) {
        options.socket.startTls(options);
        return options.socket;
      }
      return {
        getStream: getStream2,
        getSecureStream: getSecureStream2
      };
    }
    function isCloudflareRuntime() {
      if (typeof navigator === "object" && navigator !== null && typeof navigator.userAgent === "string") {
        return navigator.userAgent === "Cloudflare-Workers";
      }
      if (typeof Response === "function") {
        const resp = new Response(null, { cf: { thing: true } });
        if (typeof resp.cf === "object" && resp.cf !== null && resp.cf.thing) {
          return true;
        }
      }
      return false;
    }
    function getStreamFuncs() {
      if (isCloudflareRuntime()) {
        return getCloudflareStreamFuncs();
      }
      return getNodejsStreamFuncs();
    }
  }
});
var require_connection = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/connection.js"(exports2, module2) {
    "use strict";
    var EventEmitter = (0, import_cli6.__require)("events").EventEmitter;
    var { parse: parse2, serialize } = require_dist();
    var stream = require_stream();
    var { getStream } = stream;
    var flushBuffer = serialize.flush();
    var syncBuffer = serialize.sync();
    var endBuffer = serialize.end();
    var Connection2 = class extends EventEmitter {
      constructor(config) {
        super();
        config = config || {};
        this.stream = config.stream || getStream(config.ssl);
        if (typeof this.stream === "function") {
          this.stream = this.stream(config);
        }
        this._keepAlive = config.keepAlive;
        this._keepAliveInitialDelayMillis = config.keepAliveInitialDelayMillis;
        this.parsedStatements = {};
        this.submittedNamedStatements = {};
        this.ssl = config.ssl || false;
        this.sslNegotiation = config.sslNegotiation || "postgres";
        this._ending = false;
        this._emitMessage = false;
        const self = this;
        this.on("newListener", function(eventName) {
          if (eventName === "message") {
            self._emitMessage = true;
          }
        });
      }
      connect(port, host) {
        const self = this;
        this._connecting = true;
        this.stream.setNoDelay(true);
        this.stream.connect(port, host);
        this.stream.once("connect", function() {
          if (self._keepAlive) {
            self.stream.setKeepAlive(true, self._keepAliveInitialDelayMillis);
          }
          self.emit("connect");
        });
        const reportStreamError = function(error) {
          if (self._ending && (error.code === "ECONNRESET" || error.code === "EPIPE")) {
            return;
          }
          self.emit("error", error);
        };
        this.stream.on("error", reportStreamError);
        this.stream.on("close", function() {
          self.emit("end");
        });
        if (!this.ssl) {
          return this.attachListeners(this.stream);
        }
        if (this.sslNegotiation === "direct") {
          return this.stream.once("connect", function() {
            self.upgradeToSSL(host, reportStreamError);
          });
        }
        this.stream.once("data", function(buffer) {
          const responseCode = buffer.toString("utf8");
          switch (responseCode) {
            case "S":
              break;
            case "N":
              self.stream.end();
              return self.emit("error", new Error("The server does not support SSL connections"));
            default:
              self.stream.end();
              return self.emit("error", new Error("There was an error establishing an SSL connection"));
          }
          self.upgradeToSSL(host, reportStreamError);
        });
      }
      upgradeToSSL(host, reportStreamError) {
        const self = this;
        const options = {
          socket: self.stream,
          // tls.connect checks the server identity against `servername`, falling
          // back to `host` and then to 'localhost'. `servername` must stay unset
          // for IP addresses (see below), so `host` is needed to keep certificate
          // validation working when connecting to an IP address.
          host
        };
        if (self.ssl !== true) {
          Object.assign(options, self.ssl);
          if ("key" in self.ssl) {
            options.key = self.ssl.key;
          }
        }
        if (self.sslNegotiation === "direct") {
          options.ALPNProtocols = ["postgresql"];
        }
        const net = (0, import_cli6.__require)("net");
        if (net.isIP && net.isIP(host) === 0) {
          options.servername = host;
        }
        try {
          self.stream = stream.getSecureStream(options);
        } catch (err) {
          return self.emit("error", err);
        }
        self.attachListeners(self.stream);
        self.stream.on("error", reportStreamError);
        self.emit("sslconnect");
      }
      attachListeners(stream2) {
        parse2(stream2, (msg) => {
          const eventName = msg.name === "error" ? "errorMessage" : msg.name;
          if (this._emitMessage) {
            this.emit("message", msg);
          }
          this.emit(eventName, msg);
        });
      }
      requestSsl() {
        this.stream.write(serialize.requestSsl());
      }
      startup(config) {
        this.stream.write(serialize.startup(config));
      }
      cancel(processID, secretKey) {
        this._send(serialize.cancel(processID, secretKey));
      }
      password(password) {
        this._send(serialize.password(password));
      }
      sendSASLInitialResponseMessage(mechanism, initialResponse) {
        this._send(serialize.sendSASLInitialResponseMessage(mechanism, initialResponse));
      }
      sendSCRAMClientFinalMessage(additionalData) {
        this._send(serialize.sendSCRAMClientFinalMessage(additionalData));
      }
      _send(buffer) {
        if (!this.stream.writable) {
          return false;
        }
        return this.stream.write(buffer);
      }
      query(text2) {
        this._send(serialize.query(text2));
      }
      // send parse message
      parse(query) {
        this._send(serialize.parse(query));
      }
      // send bind message
      bind(config) {
        this._send(serialize.bind(config));
      }
      // send execute message
      execute(config) {
        this._send(serialize.execute(config));
      }
      flush() {
        if (this.stream.writable) {
          this.stream.write(flushBuffer);
        }
      }
      sync() {
        this._send(syncBuffer);
      }
      ref() {
        this.stream.ref();
      }
      unref() {
        this.stream.unref();
      }
      end() {
        this._ending = true;
        if (!this._connecting || !this.stream.writable) {
          this.stream.end();
          return;
        }
        return this.stream.write(endBuffer, () => {
          this.stream.end();
        });
      }
      close(msg) {
        this._send(serialize.close(msg));
      }
      describe(msg) {
        this._send(serialize.describe(msg));
      }
      sendCopyFromChunk(chunk) {
        this._send(serialize.copyData(chunk));
      }
      endCopyFrom() {
        this._send(serialize.copyDone());
      }
      sendCopyFail(msg) {
        this._send(serialize.copyFail(msg));
      }
    };
    module2.exports = Connection2;
  }
});
var require_split2 = (0, import_cli6.__commonJS)({
  "node_modules/split2/index.js"(exports2, module2) {
    "use strict";
    var { Transform } = (0, import_cli6.__require)("stream");
    var { StringDecoder } = (0, import_cli6.__require)("string_decoder");
    var kLast = /* @__PURE__ */ Symbol("last");
    var kDecoder = /* @__PURE__ */ Symbol("decoder");
    function transform(chunk, enc, cb) {
      let list2;
      if (this.overflow) {
        const buf = this[kDecoder].write(chunk);
        list2 = buf.split(this.matcher);
        if (list2.length === 1) return cb();
        list2.shift();
        this.overflow = false;
      } else {
        this[kLast] += this[kDecoder].write(chunk);
        list2 = this[kLast].split(this.matcher);
      }
      this[kLast] = list2.pop();
      for (let i = 0; i < list2.length; i++) {
        try {
          push(this, this.mapper(list2[i]));
        } catch (error) {
          return cb(error);
        }
      }
      this.overflow = this[kLast].length > this.maxLength;
      if (this.overflow && !this.skipOverflow) {
        cb(new Error("maximum buffer reached"));
        return;
      }
      cb();
    }
    function flush(cb) {
      this[kLast] += this[kDecoder].end();
      if (this[kLast]) {
        try {
          push(this, this.mapper(this[kLast]));
        } catch (error) {
          return cb(error);
        }
      }
      cb();
    }
    function push(self, val) {
      if (val !== void 0) {
        self.push(val);
      }
    }
    function noop(incoming) {
      return incoming;
    }
    function split(matcher, mapper, options) {
      matcher = matcher || /\r?\n/;
      mapper = mapper || noop;
      options = options || {};
      switch (arguments.length) {
        case 1:
          if (typeof matcher === "function") {
            mapper = matcher;
            matcher = /\r?\n/;
          } else if (typeof matcher === "object" && !(matcher instanceof RegExp) && !matcher[Symbol.split]) {
            options = matcher;
            matcher = /\r?\n/;
          }
          break;
        case 2:
          if (typeof matcher === "function") {
            options = mapper;
            mapper = matcher;
            matcher = /\r?\n/;
          } else if (typeof mapper === "object") {
            options = mapper;
            mapper = noop;
          }
      }
      options = Object.assign({}, options);
      options.autoDestroy = true;
      options.transform = transform;
      options.flush = flush;
      options.readableObjectMode = true;
      const stream = new Transform(options);
      stream[kLast] = "";
      stream[kDecoder] = new StringDecoder("utf8");
      stream.matcher = matcher;
      stream.mapper = mapper;
      stream.maxLength = options.maxLength;
      stream.skipOverflow = options.skipOverflow || false;
      stream.overflow = false;
      stream._destroy = function(err, cb) {
        this._writableState.errorEmitted = false;
        cb(err);
      };
      return stream;
    }
    module2.exports = split;
  }
});
var require_helper = (0, import_cli6.__commonJS)({
  "node_modules/pgpass/lib/helper.js"(exports2, module2) {
    "use strict";
    var path = (0, import_cli6.__require)("path");
    var Stream = (0, import_cli6.__require)("stream").Stream;
    var split = require_split2();
    var util = (0, import_cli6.__require)("util");
    var defaultPort = 5432;
    var isWin = process.platform === "win32";
    var warnStream = process.stderr;
    var S_IRWXG = 56;
    var S_IRWXO = 7;
    var S_IFMT = 61440;
    var S_IFREG = 32768;
    function isRegFile(mode) {
      return (mode & S_IFMT) == S_IFREG;
    }
    var fieldNames = ["host", "port", "database", "user", "password"];
    var nrOfFields = fieldNames.length;
    var passKey = fieldNames[nrOfFields - 1];
    function warn() {
      var isWritable = warnStream instanceof Stream && true === warnStream.writable;
      if (isWritable) {
        var args = Array.prototype.slice.call(arguments).concat("\n");
        warnStream.write(util.format.apply(util, args));
      }
    }
    Object.defineProperty(module2.exports, "isWin", {
      get: function() {
        return isWin;
      },
      set: function(val) {
        isWin = val;
      }
    });
    module2.exports.warnTo = function(stream) {
      var old = warnStream;
      warnStream = stream;
      return old;
    };
    module2.exports.getFileName = function(rawEnv) {
      var env = rawEnv || process.env;
      var file = env.PGPASSFILE || (isWin ? path.join(env.APPDATA || "./", "postgresql", "pgpass.conf") : path.join(env.HOME || "./", ".pgpass"));
      return file;
    };
    module2.exports.usePgPass = function(stats, fname) {
      if (Object.prototype.hasOwnProperty.call(process.env, "PGPASSWORD")) {
        return false;
      }
      if (isWin) {
        return true;
      }
      fname = fname || "<unkn>";
      if (!isRegFile(stats.mode)) {
        warn('WARNING: password file "%s" is not a plain file', fname);
        return false;
      }
      if (stats.mode & (S_IRWXG | S_IRWXO)) {
        warn('WARNING: password file "%s" has group or world access; permissions should be u=rw (0600) or less', fname);
        return false;
      }
      return true;
    };
    var matcher = module2.exports.match = function(connInfo, entry) {
      return fieldNames.slice(0, -1).reduce(function(prev, field, idx) {
        if (idx == 1) {
          if (Number(connInfo[field] || defaultPort) === Number(entry[field])) {
            return prev && true;
          }
        }
        return prev && (entry[field] === "*" || entry[field] === connInfo[field]);
      }, true);
    };
    module2.exports.getPassword = function(connInfo, stream, cb) {
      var pass;
      var lineStream = stream.pipe(split());
      function onLine(line) {
        var entry = parseLine(line);
        if (entry && isValidEntry(entry) && matcher(connInfo, entry)) {
          pass = entry[passKey];
          lineStream.end();
        }
      }
      var onEnd = function() {
        stream.destroy();
        cb(pass);
      };
      var onErr = function(err) {
        stream.destroy();
        warn("WARNING: error on reading file: %s", err);
        cb(void 0);
      };
      stream.on("error", onErr);
      lineStream.on("data", onLine).on("end", onEnd).on("error", onErr);
    };
    var parseLine = module2.exports.parseLine = function(line) {
      if (line.length < 11 || line.match(/^\s+#/)) {
        return null;
      }
      var curChar = "";
      var prevChar = "";
      var fieldIdx = 0;
      var startIdx = 0;
      var endIdx = 0;
      var obj = {};
      var isLastField = false;
      var addToObj = function(idx, i0, i1) {
        var field = line.substring(i0, i1);
        if (!Object.hasOwnProperty.call(process.env, "PGPASS_NO_DEESCAPE")) {
          field = field.replace(/\\([:\\])/g, "$1");
        }
        obj[fieldNames[idx]] = field;
      };
      for (var i = 0; i < line.length - 1; i += 1) {
        curChar = line.charAt(i + 1);
        prevChar = line.charAt(i);
        isLastField = fieldIdx == nrOfFields - 1;
        if (isLastField) {
          addToObj(fieldIdx, startIdx);
          break;
        }
        if (i >= 0 && curChar == ":" && prevChar !== "\\") {
          addToObj(fieldIdx, startIdx, i + 1);
          startIdx = i + 2;
          fieldIdx += 1;
        }
      }
      obj = Object.keys(obj).length === nrOfFields ? obj : null;
      return obj;
    };
    var isValidEntry = module2.exports.isValidEntry = function(entry) {
      var rules = {
        // host
        0: function(x) {
          return x.length > 0;
        },
        // port
        1: function(x) {
          if (x === "*") {
            return true;
          }
          x = Number(x);
          return isFinite(x) && x > 0 && x < 9007199254740992 && Math.floor(x) === x;
        },
        // database
        2: function(x) {
          return x.length > 0;
        },
        // username
        3: function(x) {
          return x.length > 0;
        },
        // password
        4: function(x) {
          return x.length > 0;
        }
      };
      for (var idx = 0; idx < fieldNames.length; idx += 1) {
        var rule = rules[idx];
        var value = entry[fieldNames[idx]] || "";
        var res = rule(value);
        if (!res) {
          return false;
        }
      }
      return true;
    };
  }
});
var require_lib = (0, import_cli6.__commonJS)({
  "node_modules/pgpass/lib/index.js"(exports2, module2) {
    "use strict";
    var path = (0, import_cli6.__require)("path");
    var fs = (0, import_cli6.__require)("fs");
    var helper = require_helper();
    module2.exports = function(connInfo, cb) {
      var file = helper.getFileName();
      fs.stat(file, function(err, stat2) {
        if (err || !helper.usePgPass(stat2, file)) {
          return cb(void 0);
        }
        var st = fs.createReadStream(file);
        helper.getPassword(connInfo, st, cb);
      });
    };
    module2.exports.warnTo = helper.warnTo;
  }
});
var require_client = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/client.js"(exports2, module2) {
    var EventEmitter = (0, import_cli6.__require)("events").EventEmitter;
    var utils = require_utils();
    var nodeUtils = (0, import_cli6.__require)("util");
    var sasl = require_sasl();
    var TypeOverrides2 = require_type_overrides();
    var ConnectionParameters = require_connection_parameters();
    var Query2 = require_query();
    var defaults2 = require_defaults();
    var Connection2 = require_connection();
    var crypto = require_utils2();
    var activeQueryDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Client.activeQuery is deprecated and will be removed in pg@9.0"
    );
    var queryQueueDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Client.queryQueue is deprecated and will be removed in pg@9.0."
    );
    var pgPassDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "pgpass support is deprecated and will be removed in pg@9.0. You can provide an async function as the password property to the Client/Pool constructor that returns a password instead. Within this function you can call the pgpass module in your own code."
    );
    var byoPromiseDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Passing a custom Promise implementation to the Client/Pool constructor is deprecated and will be removed in pg@9.0."
    );
    var queryQueueLengthDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Calling client.query() when the client is already executing a query is deprecated and will be removed in pg@9.0. Use async/await or an external async flow control mechanism instead."
    );
    function coerceNumberOrDefault(value, defaultValue) {
      if (typeof value === "number") {
        return Number.isFinite(value) ? value : defaultValue;
      }
      if (typeof value === "string" && value.trim() !== "") {
        const n = Number(value);
        return Number.isFinite(n) ? n : defaultValue;
      }
      return defaultValue;
    }
    var Client2 = class extends EventEmitter {
      constructor(config) {
        super();
        this.connectionParameters = new ConnectionParameters(config);
        this.user = this.connectionParameters.user;
        this.database = this.connectionParameters.database;
        this.port = this.connectionParameters.port;
        this.host = this.connectionParameters.host;
        Object.defineProperty(this, "password", {
          configurable: true,
          enumerable: false,
          writable: true,
          value: this.connectionParameters.password
        });
        this.replication = this.connectionParameters.replication;
        const c = config || {};
        if (c.Promise) {
          byoPromiseDeprecationNotice();
        }
        this._Promise = c.Promise || global.Promise;
        this._types = new TypeOverrides2(c.types);
        this._ending = false;
        this._ended = false;
        this._connecting = false;
        this._connected = false;
        this._connectionError = false;
        this._queryable = true;
        this._activeQuery = null;
        this._txStatus = null;
        this.enableChannelBinding = Boolean(c.enableChannelBinding);
        this.scramMaxIterations = coerceNumberOrDefault(c.scramMaxIterations, sasl.DEFAULT_MAX_SCRAM_ITERATIONS);
        this.connection = c.connection || new Connection2({
          stream: c.stream,
          ssl: this.connectionParameters.ssl,
          sslNegotiation: this.connectionParameters.sslnegotiation,
          keepAlive: c.keepAlive || false,
          keepAliveInitialDelayMillis: c.keepAliveInitialDelayMillis || 0,
          encoding: this.connectionParameters.client_encoding || "utf8"
        });
        this._queryQueue = [];
        this._sentQueryQueue = [];
        this.pipeline = Boolean(c.pipeline);
        this.binary = c.binary || defaults2.binary;
        this.processID = null;
        this.secretKey = null;
        this.ssl = this.connectionParameters.ssl || false;
        this.sslNegotiation = this.connectionParameters.sslnegotiation || "postgres";
        if (this.ssl && this.ssl.key) {
          Object.defineProperty(this.ssl, "key", {
            enumerable: false
          });
        }
        this._connectionTimeoutMillis = c.connectionTimeoutMillis || 0;
      }
      get activeQuery() {
        activeQueryDeprecationNotice();
        return this._activeQuery;
      }
      set activeQuery(val) {
        activeQueryDeprecationNotice();
        this._activeQuery = val;
      }
      _getActiveQuery() {
        return this._activeQuery;
      }
      _errorAllQueries(err) {
        const enqueueError = (query) => {
          process.nextTick(() => {
            query.handleError(err, this.connection);
          });
        };
        const activeQuery = this._getActiveQuery();
        if (activeQuery) {
          enqueueError(activeQuery);
          this._activeQuery = null;
        }
        this._sentQueryQueue.forEach(enqueueError);
        this._sentQueryQueue.length = 0;
        this._queryQueue.forEach(enqueueError);
        this._queryQueue.length = 0;
      }
      _connect(callback) {
        const self = this;
        const con = this.connection;
        this._connectionCallback = callback;
        if (this._connecting || this._connected) {
          const err = new Error("Client has already been connected. You cannot reuse a client.");
          process.nextTick(() => {
            callback(err);
          });
          return;
        }
        this._connecting = true;
        if (this._connectionTimeoutMillis > 0) {
          this.connectionTimeoutHandle = setTimeout(() => {
            con._ending = true;
            con.stream.destroy(new Error("timeout expired"));
          }, this._connectionTimeoutMillis);
          if (this.connectionTimeoutHandle.unref) {
            this.connectionTimeoutHandle.unref();
          }
        }
        if (this.host && this.host.indexOf("/") === 0) {
          con.connect(this.host + "/.s.PGSQL." + this.port);
        } else {
          con.connect(this.port, this.host);
        }
        con.on("connect", function() {
          if (self.ssl) {
            if (self.sslNegotiation !== "direct") {
              con.requestSsl();
            }
          } else {
            con.startup(self.getStartupConf());
          }
        });
        con.on("sslconnect", function() {
          con.startup(self.getStartupConf());
        });
        this._attachListeners(con);
        con.once("end", () => {
          const error = this._ending ? new Error("Connection terminated") : new Error("Connection terminated unexpectedly");
          clearTimeout(this.connectionTimeoutHandle);
          this._errorAllQueries(error);
          this._ended = true;
          if (!this._ending) {
            if (this._connecting && !this._connectionError) {
              if (this._connectionCallback) {
                this._connectionCallback(error);
              } else {
                this._handleErrorEvent(error);
              }
            } else if (!this._connectionError) {
              this._handleErrorEvent(error);
            }
          }
          process.nextTick(() => {
            this.emit("end");
          });
        });
      }
      connect(callback) {
        if (callback) {
          this._connect(callback);
          return;
        }
        return new this._Promise((resolve3, reject) => {
          this._connect((error) => {
            if (error) {
              reject(error);
            } else {
              resolve3(this);
            }
          });
        });
      }
      _attachListeners(con) {
        con.on("authenticationCleartextPassword", this._handleAuthCleartextPassword.bind(this));
        con.on("authenticationMD5Password", this._handleAuthMD5Password.bind(this));
        con.on("authenticationSASL", this._handleAuthSASL.bind(this));
        con.on("authenticationSASLContinue", this._handleAuthSASLContinue.bind(this));
        con.on("authenticationSASLFinal", this._handleAuthSASLFinal.bind(this));
        con.on("backendKeyData", this._handleBackendKeyData.bind(this));
        con.on("error", this._handleErrorEvent.bind(this));
        con.on("errorMessage", this._handleErrorMessage.bind(this));
        con.on("readyForQuery", this._handleReadyForQuery.bind(this));
        con.on("notice", this._handleNotice.bind(this));
        con.on("rowDescription", this._handleRowDescription.bind(this));
        con.on("dataRow", this._handleDataRow.bind(this));
        con.on("portalSuspended", this._handlePortalSuspended.bind(this));
        con.on("emptyQuery", this._handleEmptyQuery.bind(this));
        con.on("commandComplete", this._handleCommandComplete.bind(this));
        con.on("parseComplete", this._handleParseComplete.bind(this));
        con.on("copyInResponse", this._handleCopyInResponse.bind(this));
        con.on("copyData", this._handleCopyData.bind(this));
        con.on("notification", this._handleNotification.bind(this));
      }
      _getPassword(cb) {
        const con = this.connection;
        if (typeof this.password === "function") {
          this._Promise.resolve().then(() => this.password(this.connectionParameters)).then((pass) => {
            if (pass !== void 0) {
              if (typeof pass !== "string") {
                con.emit("error", new TypeError("Password must be a string"));
                return;
              }
              this.connectionParameters.password = this.password = pass;
            } else {
              this.connectionParameters.password = this.password = null;
            }
            cb();
          }).catch((err) => {
            con.emit("error", err);
          });
        } else if (this.password !== null) {
          cb();
        } else {
          try {
            const pgPass = require_lib();
            pgPass(this.connectionParameters, (pass) => {
              if (void 0 !== pass) {
                pgPassDeprecationNotice();
                this.connectionParameters.password = this.password = pass;
              }
              cb();
            });
          } catch (e) {
            this.emit("error", e);
          }
        }
      }
      _handleAuthCleartextPassword(msg) {
        this._getPassword(() => {
          this.connection.password(this.password);
        });
      }
      _handleAuthMD5Password(msg) {
        this._getPassword(async () => {
          try {
            const hashedPassword = await crypto.postgresMd5PasswordHash(this.user, this.password, msg.salt);
            this.connection.password(hashedPassword);
          } catch (e) {
            this.emit("error", e);
          }
        });
      }
      _handleAuthSASL(msg) {
        this._getPassword(() => {
          try {
            this.saslSession = sasl.startSession(
              msg.mechanisms,
              this.enableChannelBinding && this.connection.stream,
              this.scramMaxIterations
            );
            this.connection.sendSASLInitialResponseMessage(this.saslSession.mechanism, this.saslSession.response);
          } catch (err) {
            this.connection.emit("error", err);
          }
        });
      }
      async _handleAuthSASLContinue(msg) {
        try {
          await sasl.continueSession(
            this.saslSession,
            this.password,
            msg.data,
            this.enableChannelBinding && this.connection.stream
          );
          this.connection.sendSCRAMClientFinalMessage(this.saslSession.response);
        } catch (err) {
          this.connection.emit("error", err);
        }
      }
      _handleAuthSASLFinal(msg) {
        try {
          sasl.finalizeSession(this.saslSession, msg.data);
          this.saslSession = null;
        } catch (err) {
          this.connection.emit("error", err);
        }
      }
      _handleBackendKeyData(msg) {
        this.processID = msg.processID;
        this.secretKey = msg.secretKey;
      }
      _handleReadyForQuery(msg) {
        if (this._connecting) {
          this._connecting = false;
          this._connected = true;
          clearTimeout(this.connectionTimeoutHandle);
          if (this._connectionCallback) {
            this._connectionCallback(null, this);
            this._connectionCallback = null;
          }
          this.emit("connect");
        }
        const activeQuery = this._getActiveQuery();
        this._activeQuery = null;
        this._txStatus = msg?.status ?? null;
        this.readyForQuery = true;
        if (activeQuery) {
          activeQuery.handleReadyForQuery(this.connection);
        }
        this._pulseQueryQueue();
      }
      // if we receive an error event or error message
      // during the connection process we handle it here
      _handleErrorWhileConnecting(err) {
        if (this._connectionError) {
          return;
        }
        this._connectionError = true;
        clearTimeout(this.connectionTimeoutHandle);
        if (this._connectionCallback) {
          return this._connectionCallback(err);
        }
        this.emit("error", err);
      }
      // if we're connected and we receive an error event from the connection
      // this means the socket is dead - do a hard abort of all queries and emit
      // the socket error on the client as well
      _handleErrorEvent(err) {
        if (this._connecting) {
          return this._handleErrorWhileConnecting(err);
        }
        this._queryable = false;
        this._errorAllQueries(err);
        this.emit("error", err);
      }
      // handle error messages from the postgres backend
      _handleErrorMessage(msg) {
        if (this._connecting) {
          return this._handleErrorWhileConnecting(msg);
        }
        const activeQuery = this._getActiveQuery();
        if (!activeQuery) {
          this._handleErrorEvent(msg);
          return;
        }
        this._activeQuery = null;
        if (activeQuery.name) {
          delete this.connection.submittedNamedStatements[activeQuery.name];
        }
        activeQuery.handleError(msg, this.connection);
      }
      _handleRowDescription(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error = new Error("Received unexpected rowDescription message from backend.");
          this._handleErrorEvent(error);
          return;
        }
        activeQuery.handleRowDescription(msg);
      }
      _handleDataRow(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error = new Error("Received unexpected dataRow message from backend.");
          this._handleErrorEvent(error);
          return;
        }
        activeQuery.handleDataRow(msg);
      }
      _handlePortalSuspended(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error = new Error("Received unexpected portalSuspended message from backend.");
          this._handleErrorEvent(error);
          return;
        }
        activeQuery.handlePortalSuspended(this.connection);
      }
      _handleEmptyQuery(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error = new Error("Received unexpected emptyQuery message from backend.");
          this._handleErrorEvent(error);
          return;
        }
        activeQuery.handleEmptyQuery(this.connection);
      }
      _handleCommandComplete(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error = new Error("Received unexpected commandComplete message from backend.");
          this._handleErrorEvent(error);
          return;
        }
        activeQuery.handleCommandComplete(msg, this.connection);
      }
      _handleParseComplete() {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error = new Error("Received unexpected parseComplete message from backend.");
          this._handleErrorEvent(error);
          return;
        }
        if (activeQuery.name) {
          this.connection.parsedStatements[activeQuery.name] = activeQuery.text;
          delete this.connection.submittedNamedStatements[activeQuery.name];
        }
      }
      _handleCopyInResponse(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error = new Error("Received unexpected copyInResponse message from backend.");
          this._handleErrorEvent(error);
          return;
        }
        activeQuery.handleCopyInResponse(this.connection);
      }
      _handleCopyData(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error = new Error("Received unexpected copyData message from backend.");
          this._handleErrorEvent(error);
          return;
        }
        activeQuery.handleCopyData(msg, this.connection);
      }
      _handleNotification(msg) {
        this.emit("notification", msg);
      }
      _handleNotice(msg) {
        this.emit("notice", msg);
      }
      getStartupConf() {
        const params = this.connectionParameters;
        const data = {
          user: params.user,
          database: params.database
        };
        const appName = params.application_name || params.fallback_application_name;
        if (appName) {
          data.application_name = appName;
        }
        if (params.replication) {
          data.replication = "" + params.replication;
        }
        if (params.statement_timeout) {
          data.statement_timeout = String(parseInt(params.statement_timeout, 10));
        }
        if (params.lock_timeout) {
          data.lock_timeout = String(parseInt(params.lock_timeout, 10));
        }
        if (params.idle_in_transaction_session_timeout) {
          data.idle_in_transaction_session_timeout = String(parseInt(params.idle_in_transaction_session_timeout, 10));
        }
        if (params.options) {
          data.options = params.options;
        }
        return data;
      }
      cancel(client, query) {
        if (client.activeQuery === query) {
          const con = this.connection;
          if (this.host && this.host.indexOf("/") === 0) {
            con.connect(this.host + "/.s.PGSQL." + this.port);
          } else {
            con.connect(this.port, this.host);
          }
          con.on("connect", function() {
            con.cancel(client.processID, client.secretKey);
          });
        } else if (client._queryQueue.indexOf(query) !== -1) {
          client._queryQueue.splice(client._queryQueue.indexOf(query), 1);
        } else if (client._sentQueryQueue.indexOf(query) !== -1) {
          query.callback = () => {
          };
        }
      }
      setTypeParser(oid, format, parseFn) {
        return this._types.setTypeParser(oid, format, parseFn);
      }
      getTypeParser(oid, format) {
        return this._types.getTypeParser(oid, format);
      }
      // escapeIdentifier and escapeLiteral moved to utility functions & exported
      // on PG
      // re-exported here for backwards compatibility
      escapeIdentifier(str) {
        return utils.escapeIdentifier(str);
      }
      escapeLiteral(str) {
        return utils.escapeLiteral(str);
      }
      _pulseQueryQueue() {
        if (this.pipeline) {
          this._pulsePipelinedQueryQueue();
          return;
        }
        if (this.readyForQuery === true) {
          this._activeQuery = this._queryQueue.shift();
          const activeQuery = this._getActiveQuery();
          if (activeQuery) {
            this.readyForQuery = false;
            this.hasExecuted = true;
            const queryError = activeQuery.submit(this.connection);
            if (queryError) {
              process.nextTick(() => {
                activeQuery.handleError(queryError, this.connection);
                this.readyForQuery = true;
                this._pulseQueryQueue();
              });
            }
          } else if (this.hasExecuted) {
            this._activeQuery = null;
            this.emit("drain");
          }
        }
      }
      _pulsePipelinedQueryQueue() {
        if (!this._connected || !this._queryable) {
          return;
        }
        while (this._queryQueue.length > 0) {
          const query = this._queryQueue.shift();
          this.hasExecuted = true;
          const queryError = query.submit(this.connection);
          if (queryError) {
            process.nextTick(() => {
              query.handleError(queryError, this.connection);
            });
            continue;
          }
          this._sentQueryQueue.push(query);
        }
        if (this.readyForQuery && !this._activeQuery && this._sentQueryQueue.length > 0) {
          this._activeQuery = this._sentQueryQueue.shift();
          this.readyForQuery = false;
        }
        if (!this._activeQuery && this._sentQueryQueue.length === 0 && this._queryQueue.length === 0 && this.hasExecuted) {
          this.emit("drain");
        }
      }
      query(config, values, callback) {
        let query;
        let result;
        if (config == null) {
          throw new TypeError("Client was passed a null or undefined query");
        }
        if (typeof config.submit === "function") {
          result = query = config;
          if (!query.callback) {
            if (typeof values === "function") {
              query.callback = values;
            } else if (callback) {
              query.callback = callback;
            }
          }
        } else {
          query = new Query2(config, values, callback);
          if (!query.callback) {
            result = new this._Promise((resolve3, reject) => {
              query.callback = (err, res) => err ? reject(err) : resolve3(res);
            }).catch((err) => {
              Error.captureStackTrace(err);
              throw err;
            });
          } else if (typeof query.callback !== "function") {
            throw new TypeError("callback is not a function");
          }
        }
        const readTimeout = config.query_timeout || this.connectionParameters.query_timeout;
        if (readTimeout) {
          const queryCallback = query.callback || (() => {
          });
          const readTimeoutTimer = setTimeout(() => {
            const error = new Error("Query read timeout");
            process.nextTick(() => {
              query.handleError(error, this.connection);
            });
            queryCallback(error);
            query.callback = () => {
            };
            const index = this._queryQueue.indexOf(query);
            if (index > -1) {
              this._queryQueue.splice(index, 1);
            } else if (this.pipeline) {
              this.connection.stream.destroy();
              return;
            }
            this._pulseQueryQueue();
          }, readTimeout);
          query.callback = (err, res) => {
            clearTimeout(readTimeoutTimer);
            queryCallback(err, res);
          };
        }
        if (this.binary && !query.binary) {
          query.binary = true;
        }
        if (query._result && !query._result._types) {
          query._result._types = this._types;
        }
        if (this.pipeline) {
          const portalQuery = typeof config.submit === "function" && !(query instanceof Query2) ? "Custom query classes such as pg-cursor and pg-query-stream are" : query.rows ? "The `rows` option is" : null;
          if (portalQuery) {
            process.nextTick(() => {
              query.handleError(new Error(`${portalQuery} not supported in pipeline mode`), this.connection);
            });
            return result;
          }
        }
        if (!this._queryable) {
          process.nextTick(() => {
            query.handleError(new Error("Client has encountered a connection error and is not queryable"), this.connection);
          });
          return result;
        }
        if (this._ending) {
          process.nextTick(() => {
            query.handleError(new Error("Client was closed and is not queryable"), this.connection);
          });
          return result;
        }
        if (this._queryQueue.length > 0 && !this.pipeline) {
          queryQueueLengthDeprecationNotice();
        }
        this._queryQueue.push(query);
        this._pulseQueryQueue();
        return result;
      }
      ref() {
        this.connection.ref();
      }
      unref() {
        this.connection.unref();
      }
      getTransactionStatus() {
        return this._txStatus;
      }
      end(cb) {
        this._ending = true;
        if (!this.connection._connecting || this._ended) {
          if (cb) {
            cb();
            return;
          } else {
            return this._Promise.resolve();
          }
        }
        if (!this._queryable) {
          this.connection.stream.destroy();
        } else if (this.pipeline && (this._getActiveQuery() || this._sentQueryQueue.length > 0 || this._queryQueue.length > 0)) {
          this.once("drain", () => this.connection.end());
        } else if (this._getActiveQuery()) {
          this.connection.stream.destroy();
        } else {
          this.connection.end();
        }
        if (cb) {
          this.connection.once("end", cb);
        } else {
          return new this._Promise((resolve3) => {
            this.connection.once("end", resolve3);
          });
        }
      }
      get queryQueue() {
        queryQueueDeprecationNotice();
        return this._queryQueue;
      }
    };
    Client2.Query = Query2;
    module2.exports = Client2;
  }
});
var require_pg_pool = (0, import_cli6.__commonJS)({
  "node_modules/pg-pool/index.js"(exports2, module2) {
    "use strict";
    var EventEmitter = (0, import_cli6.__require)("events").EventEmitter;
    var NOOP = function() {
    };
    var removeWhere = (list2, predicate) => {
      const i = list2.findIndex(predicate);
      return i === -1 ? void 0 : list2.splice(i, 1)[0];
    };
    var IdleItem = class {
      constructor(client, idleListener, timeoutId) {
        this.client = client;
        this.idleListener = idleListener;
        this.timeoutId = timeoutId;
      }
    };
    var PendingItem = class {
      constructor(callback) {
        this.callback = callback;
      }
    };
    function throwOnDoubleRelease() {
      throw new Error("Release called on client which has already been released to the pool.");
    }
    function promisify(Promise2, callback) {
      if (callback) {
        return { callback, result: void 0 };
      }
      let rej;
      let res;
      const cb = function(err, client) {
        err ? rej(err) : res(client);
      };
      const result = new Promise2(function(resolve3, reject) {
        res = resolve3;
        rej = reject;
      }).catch((err) => {
        Error.captureStackTrace(err);
        throw err;
      });
      return { callback: cb, result };
    }
    function makeIdleListener(pool, client) {
      return function idleListener(err) {
        err.client = client;
        client.removeListener("error", idleListener);
        client.on("error", () => {
          pool.log("additional client error after disconnection due to error", err);
        });
        pool._remove(client);
        pool.emit("error", err, client);
      };
    }
    var Pool2 = class extends EventEmitter {
      constructor(options, Client2) {
        super();
        this.options = Object.assign({}, options);
        if (options != null && "password" in options) {
          Object.defineProperty(this.options, "password", {
            configurable: true,
            enumerable: false,
            writable: true,
            value: options.password
          });
        }
        if (options != null && options.ssl && options.ssl.key) {
          Object.defineProperty(this.options.ssl, "key", {
            enumerable: false
          });
        }
        this.options.max = this.options.max || this.options.poolSize || 10;
        this.options.min = this.options.min || 0;
        this.options.maxUses = this.options.maxUses || Infinity;
        this.options.allowExitOnIdle = this.options.allowExitOnIdle || false;
        this.options.maxLifetimeSeconds = this.options.maxLifetimeSeconds || 0;
        this.log = this.options.log || function() {
        };
        this.Client = this.options.Client || Client2 || require_lib2().Client;
        this.Promise = this.options.Promise || global.Promise;
        if (typeof this.options.idleTimeoutMillis === "undefined") {
          this.options.idleTimeoutMillis = 1e4;
        }
        this._clients = [];
        this._idle = [];
        this._expired = /* @__PURE__ */ new WeakSet();
        this._pendingQueue = [];
        this._endCallback = void 0;
        this.ending = false;
        this.ended = false;
      }
      _promiseTry(f) {
        const Promise2 = this.Promise;
        if (typeof Promise2.try === "function") {
          return Promise2.try(f);
        }
        return new Promise2((resolve3) => resolve3(f()));
      }
      _isFull() {
        return this._clients.length >= this.options.max;
      }
      _isAboveMin() {
        return this._clients.length > this.options.min;
      }
      _pulseQueue() {
        this.log("pulse queue");
        if (this.ended) {
          this.log("pulse queue ended");
          return;
        }
        if (this.ending) {
          this.log("pulse queue on ending");
          if (this._idle.length) {
            this._idle.slice().map((item) => {
              this._remove(item.client);
            });
          }
          if (!this._clients.length) {
            this.ended = true;
            this._endCallback();
          }
          return;
        }
        if (!this._pendingQueue.length) {
          this.log("no queued requests");
          return;
        }
        if (!this._idle.length && this._isFull()) {
          return;
        }
        const pendingItem = this._pendingQueue.shift();
        if (this._idle.length) {
          const idleItem = this._idle.pop();
          clearTimeout(idleItem.timeoutId);
          const client = idleItem.client;
          client.ref && client.ref();
          const idleListener = idleItem.idleListener;
          return this._acquireClient(client, pendingItem, idleListener, false);
        }
        if (!this._isFull()) {
          return this.newClient(pendingItem);
        }
        throw new Error("unexpected condition");
      }
      _remove(client, callback) {
        const removed = removeWhere(this._idle, (item) => item.client === client);
        if (removed !== void 0) {
          clearTimeout(removed.timeoutId);
        }
        this._clients = this._clients.filter((c) => c !== client);
        const context = this;
        client.end(() => {
          context.emit("remove", client);
          if (typeof callback === "function") {
            callback();
          }
        });
      }
      connect(cb) {
        if (this.ending) {
          const err = new Error("Cannot use a pool after calling end on the pool");
          return cb ? cb(err) : this.Promise.reject(err);
        }
        const response = promisify(this.Promise, cb);
        const result = response.result;
        if (this._isFull() || this._idle.length) {
          if (this._idle.length) {
            process.nextTick(() => this._pulseQueue());
          }
          if (!this.options.connectionTimeoutMillis) {
            this._pendingQueue.push(new PendingItem(response.callback));
            return result;
          }
          const queueCallback = (err, res, done2) => {
            clearTimeout(tid);
            response.callback(err, res, done2);
          };
          const pendingItem = new PendingItem(queueCallback);
          const tid = setTimeout(() => {
            removeWhere(this._pendingQueue, (i) => i.callback === queueCallback);
            pendingItem.timedOut = true;
            response.callback(new Error("timeout exceeded when trying to connect"));
          }, this.options.connectionTimeoutMillis);
          if (tid.unref) {
            tid.unref();
          }
          this._pendingQueue.push(pendingItem);
          return result;
        }
        this.newClient(new PendingItem(response.callback));
        return result;
      }
      newClient(pendingItem) {
        const client = new this.Client(this.options);
        this._clients.push(client);
        const idleListener = makeIdleListener(this, client);
        this.log("checking client timeout");
        let tid;
        let timeoutHit = false;
        if (this.options.connectionTimeoutMillis) {
          tid = setTimeout(() => {
            if (client.connection) {
              this.log("ending client due to timeout");
              timeoutHit = true;
              client.connection.stream.destroy();
            } else if (!client.isConnected()) {
              this.log("ending client due to timeout");
              timeoutHit = true;
              client.end();
            }
          }, this.options.connectionTimeoutMillis);
        }
        this.log("connecting new client");
        client.connect((err) => {
          if (tid) {
            clearTimeout(tid);
          }
          client.on("error", idleListener);
          if (err) {
            this.log("client failed to connect", err);
            this._clients = this._clients.filter((c) => c !== client);
            if (timeoutHit) {
              err = new Error("Connection terminated due to connection timeout", { cause: err });
            }
            this._pulseQueue();
            if (!pendingItem.timedOut) {
              pendingItem.callback(err, void 0, NOOP);
            }
          } else {
            this.log("new client connected");
            if (this.options.onConnect) {
              this._promiseTry(() => this.options.onConnect(client)).then(
                () => {
                  this._afterConnect(client, pendingItem, idleListener);
                },
                (hookErr) => {
                  this._clients = this._clients.filter((c) => c !== client);
                  client.end(() => {
                    this._pulseQueue();
                    if (!pendingItem.timedOut) {
                      pendingItem.callback(hookErr, void 0, NOOP);
                    }
                  });
                }
              );
              return;
            }
            return this._afterConnect(client, pendingItem, idleListener);
          }
        });
      }
      _afterConnect(client, pendingItem, idleListener) {
        if (this.options.maxLifetimeSeconds !== 0) {
          const maxLifetimeTimeout = setTimeout(() => {
            this.log("ending client due to expired lifetime");
            this._expired.add(client);
            const idleIndex = this._idle.findIndex((idleItem) => idleItem.client === client);
            if (idleIndex !== -1) {
              this._acquireClient(
                client,
                new PendingItem((err, client2, clientRelease) => clientRelease()),
                idleListener,
                false
              );
            }
          }, this.options.maxLifetimeSeconds * 1e3);
          maxLifetimeTimeout.unref();
          client.once("end", () => clearTimeout(maxLifetimeTimeout));
        }
        return this._acquireClient(client, pendingItem, idleListener, true);
      }
      // acquire a client for a pending work item
      _acquireClient(client, pendingItem, idleListener, isNew) {
        if (isNew) {
          this.emit("connect", client);
        }
        this.emit("acquire", client);
        client.release = this._releaseOnce(client, idleListener);
        client.removeListener("error", idleListener);
        if (!pendingItem.timedOut) {
          if (isNew && this.options.verify) {
            this.options.verify(client, (err) => {
              if (err) {
                client.release(err);
                return pendingItem.callback(err, void 0, NOOP);
              }
              pendingItem.callback(void 0, client, client.release);
            });
          } else {
            pendingItem.callback(void 0, client, client.release);
          }
        } else {
          if (isNew && this.options.verify) {
            this.options.verify(client, client.release);
          } else {
            client.release();
          }
        }
      }
      // returns a function that wraps _release and throws if called more than once
      _releaseOnce(client, idleListener) {
        let released = false;
        return (err) => {
          if (released) {
            throwOnDoubleRelease();
          }
          released = true;
          this._release(client, idleListener, err);
        };
      }
      // release a client back to the poll, include an error
      // to remove it from the pool
      _release(client, idleListener, err) {
        client.on("error", idleListener);
        client._poolUseCount = (client._poolUseCount || 0) + 1;
        this.emit("release", err, client);
        if (err || this.ending || !client._queryable || client._ending || client._poolUseCount >= this.options.maxUses) {
          if (client._poolUseCount >= this.options.maxUses) {
            this.log("remove expended client");
          }
          return this._remove(client, this._pulseQueue.bind(this));
        }
        const isExpired = this._expired.has(client);
        if (isExpired) {
          this.log("remove expired client");
          this._expired.delete(client);
          return this._remove(client, this._pulseQueue.bind(this));
        }
        let tid;
        if (this.options.idleTimeoutMillis && this._isAboveMin()) {
          tid = setTimeout(() => {
            if (this._isAboveMin()) {
              this.log("remove idle client");
              this._remove(client, this._pulseQueue.bind(this));
            }
          }, this.options.idleTimeoutMillis);
          if (this.options.allowExitOnIdle) {
            tid.unref();
          }
        }
        if (this.options.allowExitOnIdle) {
          client.unref();
        }
        this._idle.push(new IdleItem(client, idleListener, tid));
        this._pulseQueue();
      }
      query(text2, values, cb) {
        if (typeof text2 === "function") {
          const response2 = promisify(this.Promise, text2);
          setImmediate(function() {
            return response2.callback(new Error("Passing a function as the first parameter to pool.query is not supported"));
          });
          return response2.result;
        }
        if (typeof values === "function") {
          cb = values;
          values = void 0;
        }
        const response = promisify(this.Promise, cb);
        cb = response.callback;
        this.connect((err, client) => {
          if (err) {
            return cb(err);
          }
          let clientReleased = false;
          const onError = (err2) => {
            if (clientReleased) {
              return;
            }
            clientReleased = true;
            client.release(err2);
            cb(err2);
          };
          client.once("error", onError);
          this.log("dispatching query");
          try {
            client.query(text2, values, (err2, res) => {
              this.log("query dispatched");
              client.removeListener("error", onError);
              if (clientReleased) {
                return;
              }
              clientReleased = true;
              client.release(err2);
              if (err2) {
                return cb(err2);
              }
              return cb(void 0, res);
            });
          } catch (err2) {
            client.release(err2);
            return cb(err2);
          }
        });
        return response.result;
      }
      end(cb) {
        this.log("ending");
        if (this.ending) {
          const err = new Error("Called end on pool more than once");
          return cb ? cb(err) : this.Promise.reject(err);
        }
        this.ending = true;
        const promised = promisify(this.Promise, cb);
        this._endCallback = promised.callback;
        this._pulseQueue();
        return promised.result;
      }
      get waitingCount() {
        return this._pendingQueue.length;
      }
      get idleCount() {
        return this._idle.length;
      }
      get expiredCount() {
        return this._clients.reduce((acc, client) => acc + (this._expired.has(client) ? 1 : 0), 0);
      }
      get totalCount() {
        return this._clients.length;
      }
    };
    module2.exports = Pool2;
  }
});
var require_query2 = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/native/query.js"(exports2, module2) {
    "use strict";
    var EventEmitter = (0, import_cli6.__require)("events").EventEmitter;
    var util = (0, import_cli6.__require)("util");
    var utils = require_utils();
    var NativeQuery = module2.exports = function(config, values, callback) {
      EventEmitter.call(this);
      config = utils.normalizeQueryConfig(config, values, callback);
      this.text = config.text;
      this.values = config.values;
      this.name = config.name;
      this.queryMode = config.queryMode;
      this.callback = config.callback;
      this.state = "new";
      this._arrayMode = config.rowMode === "array";
      this._emitRowEvents = false;
      this.on(
        "newListener",
        function(event) {
          if (event === "row") this._emitRowEvents = true;
        }.bind(this)
      );
    };
    util.inherits(NativeQuery, EventEmitter);
    var errorFieldMap = {
      sqlState: "code",
      statementPosition: "position",
      messagePrimary: "message",
      messageDetail: "detail",
      messageHint: "hint",
      context: "where",
      schemaName: "schema",
      tableName: "table",
      columnName: "column",
      dataTypeName: "dataType",
      constraintName: "constraint",
      sourceFile: "file",
      sourceLine: "line",
      sourceFunction: "routine"
    };
    NativeQuery.prototype.handleError = function(err) {
      const fields = this.native && this.native.pq.resultErrorFields();
      if (fields) {
        for (const key in fields) {
          const normalizedFieldName = errorFieldMap[key] || key;
          err[normalizedFieldName] = fields[key];
        }
      }
      if (this.callback) {
        this.callback(err);
      } else {
        this.emit("error", err);
      }
      this.state = "error";
    };
    NativeQuery.prototype.then = function(onSuccess, onFailure) {
      return this._getPromise().then(onSuccess, onFailure);
    };
    NativeQuery.prototype.catch = function(callback) {
      return this._getPromise().catch(callback);
    };
    NativeQuery.prototype._getPromise = function() {
      if (this._promise) return this._promise;
      this._promise = new Promise(
        function(resolve3, reject) {
          this._once("end", resolve3);
          this._once("error", reject);
        }.bind(this)
      );
      return this._promise;
    };
    NativeQuery.prototype.submit = function(client) {
      this.state = "running";
      const self = this;
      this.native = client.native;
      client.native.arrayMode = this._arrayMode;
      let after = function(err, rows, results) {
        client.native.arrayMode = false;
        setImmediate(function() {
          self.emit("_done");
        });
        if (err) {
          return self.handleError(err);
        }
        if (self._emitRowEvents) {
          if (results.length > 1) {
            rows.forEach((rowOfRows, i) => {
              rowOfRows.forEach((row) => {
                self.emit("row", row, results[i]);
              });
            });
          } else {
            rows.forEach(function(row) {
              self.emit("row", row, results);
            });
          }
        }
        self.state = "end";
        self.emit("end", results);
        if (self.callback) {
          self.callback(null, results);
        }
      };
      if (process.domain) {
        after = process.domain.bind(after);
      }
      if (this.name) {
        if (this.name.length > 63) {
          console.error("Warning! Postgres only supports 63 characters for query names.");
          console.error("You supplied %s (%s)", this.name, this.name.length);
          console.error("This can cause conflicts and silent errors executing queries");
        }
        const values = (this.values || []).map(utils.prepareValue);
        if (client.namedQueries[this.name] !== void 0) {
          if (this.text && client.namedQueries[this.name] !== this.text) {
            const err = new Error(`Prepared statements must be unique - '${this.name}' was used for a different statement`);
            return after(err);
          }
          return client.native.execute(this.name, values, after);
        }
        return client.native.prepare(this.name, this.text, values.length, function(err) {
          if (err) return after(err);
          client.namedQueries[self.name] = self.text;
          return self.native.execute(self.name, values, after);
        });
      } else if (this.values) {
        if (!Array.isArray(this.values)) {
          const err = new Error("Query values must be an array");
          return after(err);
        }
        const vals = this.values.map(utils.prepareValue);
        client.native.query(this.text, vals, after);
      } else if (this.queryMode === "extended") {
        client.native.query(this.text, [], after);
      } else {
        client.native.query(this.text, after);
      }
    };
  }
});
var require_client2 = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/native/client.js"(exports2, module2) {
    var nodeUtils = (0, import_cli6.__require)("util");
    var Native;
    try {
      Native = (0, import_cli6.__require)("pg-native");
    } catch (e) {
      throw e;
    }
    var TypeOverrides2 = require_type_overrides();
    var EventEmitter = (0, import_cli6.__require)("events").EventEmitter;
    var util = (0, import_cli6.__require)("util");
    var ConnectionParameters = require_connection_parameters();
    var NativeQuery = require_query2();
    var queryQueueLengthDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Calling client.query() when the client is already executing a query is deprecated and will be removed in pg@9.0. Use async/await or an external async flow control mechanism instead."
    );
    var Client2 = module2.exports = function(config) {
      EventEmitter.call(this);
      config = config || {};
      this._Promise = config.Promise || global.Promise;
      this._types = new TypeOverrides2(config.types);
      this.native = new Native({
        types: this._types
      });
      this._queryQueue = [];
      this._ending = false;
      this._connecting = false;
      this._connected = false;
      this._queryable = true;
      this.pipeline = Boolean(config.pipeline);
      this._pipelineInFlight = false;
      const cp = this.connectionParameters = new ConnectionParameters(config);
      if (config.nativeConnectionString) cp.nativeConnectionString = config.nativeConnectionString;
      this.user = cp.user;
      Object.defineProperty(this, "password", {
        configurable: true,
        enumerable: false,
        writable: true,
        value: cp.password
      });
      this.database = cp.database;
      this.host = cp.host;
      this.port = cp.port;
      this.namedQueries = {};
    };
    Client2.Query = NativeQuery;
    util.inherits(Client2, EventEmitter);
    Client2.prototype._errorAllQueries = function(err) {
      const enqueueError = (query) => {
        process.nextTick(() => {
          query.native = this.native;
          query.handleError(err);
        });
      };
      if (this._hasActiveQuery()) {
        enqueueError(this._activeQuery);
        this._activeQuery = null;
      }
      this._queryQueue.forEach(enqueueError);
      this._queryQueue.length = 0;
    };
    Client2.prototype._connect = function(cb) {
      const self = this;
      if (this._connecting) {
        process.nextTick(() => cb(new Error("Client has already been connected. You cannot reuse a client.")));
        return;
      }
      this._connecting = true;
      this.connectionParameters.getLibpqConnectionString(function(err, conString) {
        if (self.connectionParameters.nativeConnectionString) conString = self.connectionParameters.nativeConnectionString;
        if (err) return cb(err);
        self.native.connect(conString, function(err2) {
          if (err2) {
            self.native.end();
            return cb(err2);
          }
          self._connected = true;
          self.native.on("error", function(err3) {
            self._queryable = false;
            self._errorAllQueries(err3);
            self.emit("error", err3);
          });
          self.native.on("notification", function(msg) {
            self.emit("notification", {
              channel: msg.relname,
              payload: msg.extra
            });
          });
          self.emit("connect");
          self._pulseQueryQueue(true);
          cb(null, this);
        });
      });
    };
    Client2.prototype.connect = function(callback) {
      if (callback) {
        this._connect(callback);
        return;
      }
      return new this._Promise((resolve3, reject) => {
        this._connect((error) => {
          if (error) {
            reject(error);
          } else {
            resolve3(this);
          }
        });
      });
    };
    Client2.prototype.query = function(config, values, callback) {
      let query;
      let result;
      let readTimeout;
      let readTimeoutTimer;
      let queryCallback;
      if (config === null || config === void 0) {
        throw new TypeError("Client was passed a null or undefined query");
      } else if (typeof config.submit === "function") {
        readTimeout = config.query_timeout || this.connectionParameters.query_timeout;
        result = query = config;
        if (typeof values === "function") {
          config.callback = values;
        }
      } else {
        readTimeout = config.query_timeout || this.connectionParameters.query_timeout;
        query = new NativeQuery(config, values, callback);
        if (!query.callback) {
          let resolveOut, rejectOut;
          result = new this._Promise((resolve3, reject) => {
            resolveOut = resolve3;
            rejectOut = reject;
          }).catch((err) => {
            Error.captureStackTrace(err);
            throw err;
          });
          query.callback = (err, res) => err ? rejectOut(err) : resolveOut(res);
        }
      }
      if (readTimeout) {
        queryCallback = query.callback || (() => {
        });
        readTimeoutTimer = setTimeout(() => {
          const error = new Error("Query read timeout");
          process.nextTick(() => {
            query.handleError(error, this.connection);
          });
          queryCallback(error);
          query.callback = () => {
          };
          const index = this._queryQueue.indexOf(query);
          if (index > -1) {
            this._queryQueue.splice(index, 1);
          }
          this._pulseQueryQueue();
        }, readTimeout);
        query.callback = (err, res) => {
          clearTimeout(readTimeoutTimer);
          queryCallback(err, res);
        };
      }
      if (!this._queryable) {
        query.native = this.native;
        process.nextTick(() => {
          query.handleError(new Error("Client has encountered a connection error and is not queryable"));
        });
        return result;
      }
      if (this._ending) {
        query.native = this.native;
        process.nextTick(() => {
          query.handleError(new Error("Client was closed and is not queryable"));
        });
        return result;
      }
      if (this._queryQueue.length > 0 && !this.pipeline) {
        queryQueueLengthDeprecationNotice();
      }
      this._queryQueue.push(query);
      this._pulseQueryQueue();
      return result;
    };
    Client2.prototype.end = function(cb) {
      const self = this;
      this._ending = true;
      if (this._connecting && !this._connected) {
        this.once("connect", () => {
          this.end(() => {
          });
        });
      }
      let result;
      if (!cb) {
        result = new this._Promise(function(resolve3, reject) {
          cb = (err) => err ? reject(err) : resolve3();
        });
      }
      const doEnd = function() {
        self.native.end(function() {
          self._connected = false;
          self._errorAllQueries(new Error("Connection terminated"));
          process.nextTick(() => {
            self.emit("end");
            if (cb) cb();
          });
        });
      };
      if (this.pipeline && (this._pipelineInFlight || this._queryQueue.length > 0)) {
        this.once("drain", doEnd);
      } else {
        doEnd();
      }
      return result;
    };
    Client2.prototype._hasActiveQuery = function() {
      return this._activeQuery && this._activeQuery.state !== "error" && this._activeQuery.state !== "end";
    };
    Client2.prototype._pulseQueryQueue = function(initialConnection) {
      if (!this._connected) {
        return;
      }
      if (this.pipeline && !initialConnection) {
        return this._pulsePipelinedQueryQueue();
      }
      if (this._hasActiveQuery()) {
        return;
      }
      const query = this._queryQueue.shift();
      if (!query) {
        if (!initialConnection) {
          this.emit("drain");
        }
        return;
      }
      this._activeQuery = query;
      query.submit(this);
      const self = this;
      query.once("_done", function() {
        self._pulseQueryQueue();
      });
    };
    Client2.prototype._pulsePipelinedQueryQueue = function() {
      if (!this._connected || this._pipelineInFlight) {
        return;
      }
      if (this._queryQueue.length === 0) {
        if (this.hasExecuted) {
          this.emit("drain");
        }
        return;
      }
      this._pipelineInFlight = true;
      const self = this;
      const queries = [];
      const nativeQueries = [];
      const utils = require_utils();
      while (this._queryQueue.length > 0) {
        const query = this._queryQueue.shift();
        this.hasExecuted = true;
        nativeQueries.push(query);
        const values = query.values ? query.values.map(utils.prepareValue) : null;
        const pipelineEntry = { text: query.text, name: query.name, arrayMode: query._arrayMode };
        if (values) {
          pipelineEntry.values = values;
        }
        if (query.name && this.namedQueries[query.name]) {
          pipelineEntry._alreadyPrepared = true;
        }
        queries.push(pipelineEntry);
      }
      this.native.pipeline(queries, function(err, results) {
        self._pipelineInFlight = false;
        if (err) {
          self._connected = false;
          self._queryable = false;
          for (let i = 0; i < nativeQueries.length; i++) {
            const q = nativeQueries[i];
            q.native = self.native;
            q.handleError(err);
          }
          self._errorAllQueries(err);
          self.emit("error", err);
          self.emit("end");
          return;
        }
        for (let i = 0; i < nativeQueries.length; i++) {
          const q = nativeQueries[i];
          const r = results[i];
          q.native = self.native;
          if (r.err) {
            q.handleError(r.err);
          } else {
            if (q.name) {
              self.namedQueries[q.name] = q.text;
            }
            q.state = "end";
            q.emit("end", r.result);
            if (q.callback) {
              q.callback(null, r.result);
            }
          }
          setImmediate(function() {
            q.emit("_done");
          });
        }
        self._pulsePipelinedQueryQueue();
      });
    };
    Client2.prototype.cancel = function(query) {
      if (this._activeQuery === query) {
        this.native.cancel(function() {
        });
      } else if (this._queryQueue.indexOf(query) !== -1) {
        this._queryQueue.splice(this._queryQueue.indexOf(query), 1);
      }
    };
    Client2.prototype.ref = function() {
    };
    Client2.prototype.unref = function() {
    };
    Client2.prototype.setTypeParser = function(oid, format, parseFn) {
      return this._types.setTypeParser(oid, format, parseFn);
    };
    Client2.prototype.getTypeParser = function(oid, format) {
      return this._types.getTypeParser(oid, format);
    };
    Client2.prototype.isConnected = function() {
      return this._connected;
    };
    Client2.prototype.getTransactionStatus = function() {
      return this.native.getTransactionStatus();
    };
  }
});
var require_native = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/native/index.js"(exports2, module2) {
    "use strict";
    module2.exports = require_client2();
  }
});
var require_lib2 = (0, import_cli6.__commonJS)({
  "node_modules/pg/lib/index.js"(exports2, module2) {
    "use strict";
    var Client2 = require_client();
    var defaults2 = require_defaults();
    var Connection2 = require_connection();
    var Result2 = require_result();
    var utils = require_utils();
    var Pool2 = require_pg_pool();
    var TypeOverrides2 = require_type_overrides();
    var { DatabaseError: DatabaseError2 } = require_dist();
    var { escapeIdentifier: escapeIdentifier2, escapeLiteral: escapeLiteral2 } = require_utils();
    var poolFactory = (Client3) => {
      return class BoundPool extends Pool2 {
        constructor(options) {
          super(options, Client3);
        }
      };
    };
    var PG = function(clientConstructor2) {
      this.defaults = defaults2;
      this.Client = clientConstructor2;
      this.Query = this.Client.Query;
      this.Pool = poolFactory(this.Client);
      this._pools = [];
      this.Connection = Connection2;
      this.types = require_pg_types();
      this.DatabaseError = DatabaseError2;
      this.TypeOverrides = TypeOverrides2;
      this.escapeIdentifier = escapeIdentifier2;
      this.escapeLiteral = escapeLiteral2;
      this.Result = Result2;
      this.utils = utils;
    };
    var clientConstructor = Client2;
    var forceNative = false;
    try {
      forceNative = !!process.env.NODE_PG_FORCE_NATIVE;
    } catch {
    }
    if (forceNative) {
      clientConstructor = require_native();
    }
    module2.exports = new PG(clientConstructor);
    Object.defineProperty(module2.exports, "native", {
      configurable: true,
      enumerable: false,
      get() {
        let native = null;
        try {
          native = new PG(require_native());
        } catch (err) {
          if (err.code !== "MODULE_NOT_FOUND") {
            throw err;
          }
        }
        Object.defineProperty(module2.exports, "native", {
          value: native
        });
        return native;
      }
    });
  }
});
var RequestRefusal = class extends Error {
  kind;
  details;
  constructor(kind, details) {
    super(details.message);
    this.name = "RequestRefusal";
    this.kind = kind;
    this.details = details;
  }
};
var MAX_LISTED = 1e4;
function collection(kind) {
  return {
    insert: (tx, { id, group, value, now, expiresAt }) => tx.documents.insert({
      kind,
      id,
      group: group ?? null,
      revision: 1,
      body: JSON.stringify(value),
      createdAt: now,
      expiresAt: expiresAt ?? null
    }),
    async find(tx, id) {
      const record2 = await tx.documents.find(kind, id);
      return record2 && toStored(record2);
    },
    async list(tx, group) {
      return (await tx.documents.list(kind, group, MAX_LISTED)).map((record2) => toStored(record2));
    },
    async change(tx, id, change) {
      const record2 = await tx.documents.find(kind, id);
      const value = record2 && change(JSON.parse(record2.body));
      if (!record2 || value === void 0) return false;
      const next = { ...record2, body: JSON.stringify(value), revision: record2.revision + 1 };
      return tx.documents.replace(next, record2.revision);
    },
    remove: (tx, id) => tx.documents.remove(kind, id)
  };
}
function toStored({ id, body, createdAt, expiresAt }) {
  return { id, value: JSON.parse(body), createdAt, expiresAt };
}
var PERSONS = collection("person");
function personIdOf({ issuer, subject }) {
  return (0, import_cli4.encodeBase64url)((0, import_cli3.labelledHash)("sallyport/person-id/v1", issuer, subject));
}
async function pseudonymOf(tx, account, { random, now }) {
  const id = personIdOf(account);
  const known = (await PERSONS.find(tx, id))?.value;
  if (known) return pseudonym(known);
  const { issuer, subject } = account;
  const person = { issuer, subject, pseudonymKey: (0, import_cli4.encodeBase64url)(random.bytes(32)) };
  await PERSONS.insert(tx, { id, value: person, now });
  return pseudonym(person);
}
async function findPseudonym(tx, account) {
  const known = (await PERSONS.find(tx, personIdOf(account)))?.value;
  return known && pseudonym(known);
}
async function findByPseudonym(tx, name) {
  return (await PERSONS.list(tx)).map(({ value }) => value).find((person) => pseudonym(person) === name);
}
async function forgetPerson(tx, account) {
  return PERSONS.remove(tx, personIdOf(account));
}
function pseudonym({ issuer, subject, pseudonymKey }) {
  const subjectHash = (0, import_cli3.labelledHash)("sallyport/pseudonym/v1", issuer, subject);
  return (0, import_cli4.encodeBase64url)((0, import_node_crypto.createHmac)("sha256", (0, import_cli4.decodeBase64url)(pseudonymKey)).update(subjectHash).digest());
}
var LIFETIME = 15 * import_cli2.MINUTE;
var MAX_TRIES = 5;
var PREFIX = "sallyport-first-admin-v1:";
var ONLY = "code";
var CODES = collection("first-admin");
var GRANTS = collection("role-grant");
async function makeFirstAdminCode(context) {
  const code = `${PREFIX}${(0, import_cli4.encodeBase64url)(context.random.bytes(16))}`;
  const now = context.clock.now();
  const expiresAt = now + LIFETIME;
  await context.store.write("first admin code", async (tx) => {
    await CODES.remove(tx, ONLY);
    await CODES.insert(tx, { id: ONLY, value: { hash: hashOf(code), tries: 0 }, now, expiresAt });
  });
  const file = (0, import_node_path.join)(context.folder, "first-admin.code");
  await (0, import_chunk_2BC21E11.writeFileAtomic)(file, `${code}
`, 384);
  return { file, expiresAt };
}
async function tryFirstAdminCode(store, code, now) {
  const isRight = await store.write("first admin try", async (tx) => {
    const found = await findCode(tx, now);
    if (!found) return false;
    if ((0, import_cli4.equalConstantTime)((0, import_cli4.encodeUtf8)(found.hash), (0, import_cli4.encodeUtf8)(hashOf(code)))) return true;
    if (found.tries + 1 >= MAX_TRIES) await CODES.remove(tx, ONLY);
    else await CODES.change(tx, ONLY, (value) => ({ ...value, tries: value.tries + 1 }));
    return false;
  });
  if (!isRight) throw wrongCode();
}
async function useFirstAdminCode(tx, code, account, now) {
  const found = await findCode(tx, now);
  if (found?.hash !== hashOf(code) || !await CODES.remove(tx, ONLY)) throw wrongCode();
  const id = personIdOf(account);
  const isNew = await GRANTS.insert(tx, { id, value: { roles: ["admin"] }, now });
  if (!isNew) await GRANTS.change(tx, id, () => ({ roles: ["admin"] }));
}
async function grantedRoles(tx, account) {
  return (await GRANTS.find(tx, personIdOf(account)))?.value.roles ?? [];
}
async function dropGrant(tx, account) {
  return GRANTS.remove(tx, personIdOf(account));
}
async function findCode(tx, now) {
  const found = await CODES.find(tx, ONLY);
  return found && (found.expiresAt ?? 0) > now ? found.value : void 0;
}
function hashOf(code) {
  return (0, import_cli4.encodeBase64url)((0, import_cli3.sha256)((0, import_cli4.encodeUtf8)(code)));
}
function wrongCode() {
  return new RequestRefusal("refused", {
    message: "this code for the first admin is not valid (any more)",
    help: "make a new one where the coordinator runs: sallyport coordinator first-admin --data DIR"
  });
}
async function registerEnvironments(tx, { text: text2, source, folder, replaces, by, now }) {
  const file = (0, import_environments_file_B169AE2E.parseEnvironments)(text2, source);
  const current = await tx.environments.current();
  if ((current?.version ?? null) !== replaces) {
    throw new import_cli5.SallyportError("STORE_CONFLICT", {
      message: `the registered environments are version ${current?.version ?? "none"}, not ${replaces ?? "none"}`,
      help: "read the registered version, join the changes, and send it again"
    });
  }
  const version = (current?.version ?? 0) + 1;
  const digest = (0, import_cli3.formatDigest)((0, import_cli3.sha256)((0, import_cli4.encodeUtf8)(text2)));
  await tx.environments.insert({ version, text: text2, digest, folder: folder ?? null, createdAt: now });
  const at = (0, import_cli2.formatTimestamp)(now);
  const entry = { type: "environments", version: 1, at, revision: version, digest };
  await tx.log.append((0, import_chunk_8A5887D92.emitLogEntry)({ ...entry, ...by === void 0 ? {} : { by } }));
  return { version, digest, file };
}
function createEnvironmentsReader() {
  let last;
  return async (tx) => {
    const current = await tx.environments.currentVersion();
    if (current && last?.version === current.version && last.digest === current.digest) return last;
    const record2 = current && await tx.environments.current();
    if (!record2) return void 0;
    const { version, digest, text: text2, folder } = record2;
    const file = (0, import_environments_file_B169AE2E.parseEnvironments)(text2, `environments.yml, version ${version}`);
    last = { version, digest, file: anchorFiles(file, folder) };
    return last;
  };
}
function anchorFiles(file, folder) {
  if (folder === null) return file;
  const issuers = file.issuers.map((issuer) => ({
    ...issuer,
    ...issuer.ca === void 0 ? {} : { ca: (0, import_node_path2.resolve)(folder, issuer.ca) },
    ...issuer.snapshot === void 0 ? {} : { snapshot: (0, import_node_path2.resolve)(folder, issuer.snapshot) }
  }));
  const logins = file.logins?.map((login) => ({
    ...login,
    ...login.ca === void 0 ? {} : { ca: (0, import_node_path2.resolve)(folder, login.ca) },
    ...login.clientSecret === void 0 ? {} : { clientSecret: (0, import_node_path2.resolve)(folder, login.clientSecret) }
  }));
  return { ...file, issuers, ...logins === void 0 ? {} : { logins } };
}
var MAX_FILE_BYTES = 64 * 1024;
var markerSchema = (0, import_chunk_CF656EE42.strictObject)({
  version: (0, import_chunk_CF656EE42.literal)(1),
  coordinator: (0, import_chunk_CF656EE42.string)(),
  /** The root's public key, base64url. */
  root: (0, import_chunk_CF656EE42.string)(),
  /** Operator keys whose signature makes a request an admin's, base64url. */
  admins: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.string)()).max(64)
});
function storePath(folder) {
  return (0, import_node_path3.join)(folder, "store.sqlite");
}
function logPath(folder) {
  return (0, import_node_path3.join)(folder, "log");
}
async function createDataDirectory(folder, content) {
  await (0, import_chunk_2BC21E11.makePrivateFolder)(folder);
  await (0, (process.getBuiltinModule("node:fs/promises")).chmod)(folder, 448);
  await (0, import_chunk_2BC21E11.makePrivateFolder)((0, import_node_path3.join)(folder, "keys"));
  await (0, import_chunk_2BC21E11.makePrivateFolder)(logPath(folder));
  for (const role of import_chunk_EA47D034.ONLINE_ROLES) {
    await (0, import_chunk_2BC21E11.createFile)(keyPath(folder, role), (0, import_chunk_BIEF65K5.emitKeyFile)(role, content.keys[role].privateKey), 384);
  }
  await (0, import_chunk_2BC21E11.createFile)((0, import_node_path3.join)(folder, "key-list.json"), `${JSON.stringify(content.keyList, null, 2)}
`, 384);
}
async function markDataDirectory(folder, content) {
  const marker = {
    version: 1,
    coordinator: (0, import_chunk_BIEF65K5.coordinatorIdOf)(content.root),
    root: (0, import_cli4.encodeBase64url)(content.root),
    admins: content.admins.map(import_cli4.encodeBase64url)
  };
  await (0, import_chunk_2BC21E11.createFile)(markerPath(folder), `${JSON.stringify(marker, null, 2)}
`, 384);
}
async function openDataDirectory(folder) {
  const bytes2 = await (0, import_chunk_2BC21E11.readFileIfThere)(markerPath(folder), MAX_FILE_BYTES);
  if (!bytes2) throw invalid(folder, "it has no coordinator.json");
  const marker = (0, import_cli.decode)(markerSchema, parse(bytes2, markerPath(folder)), { source: markerPath(folder) });
  const root = (0, import_cli4.decodeBase64url)(marker.root);
  if ((0, import_chunk_BIEF65K5.coordinatorIdOf)(root) !== marker.coordinator)
    throw invalid(folder, "its root is not that of its coordinator id");
  const listPath = (0, import_node_path3.join)(folder, "key-list.json");
  const envelope = (0, import_cli.decode)(import_chunk_EA47D0342.envelopeSchema, parse(await (0, import_chunk_2BC21E11.readFileBounded)(listPath, MAX_FILE_BYTES), listPath), {
    source: listPath
  });
  const keyList = (0, import_chunk_EA47D034.verifyKeyList)(envelope, root);
  return {
    coordinatorId: marker.coordinator,
    root,
    admins: marker.admins.map((key) => (0, import_cli4.decodeBase64url)(key)),
    keyList,
    keyListEnvelope: envelope,
    keys: await readKeys(folder, keyList.keys)
  };
}
async function readKeys(folder, listed) {
  const pairs = await Promise.all(
    import_chunk_EA47D034.ONLINE_ROLES.map(async (role) => {
      const pair = await readListed(keyPath(folder, role), role, listed) ?? await readListed(nextKeyPath(folder, role), role, listed);
      if (!pair) throw invalid(folder, `its ${role} key is not the one that the key list names`);
      return [role, pair];
    })
  );
  return Object.fromEntries(pairs);
}
async function readListed(path, role, listed) {
  const bytes2 = await (0, import_chunk_2BC21E11.readFileIfThere)(path, MAX_FILE_BYTES);
  if (!bytes2) return void 0;
  const pair = (0, import_chunk_BIEF65K5.parseKeyFile)(role, (0, import_cli4.decodeUtf8)(bytes2), path);
  return (0, import_chunk_BIEF65K5.keyIdOf)(pair.publicKey) === (0, import_chunk_BIEF65K5.keyIdOf)(listed[role]) ? pair : void 0;
}
async function stageKeys(folder, fresh) {
  for (const role of import_chunk_EA47D034.ONLINE_ROLES) {
    const pair = fresh[role];
    if (pair) await (0, import_chunk_2BC21E11.writeFileAtomic)(nextKeyPath(folder, role), (0, import_chunk_BIEF65K5.emitKeyFile)(role, pair.privateKey), 384);
  }
}
async function settleKeys(folder, { keys }) {
  for (const role of import_chunk_EA47D034.ONLINE_ROLES) {
    const next = nextKeyPath(folder, role);
    if (await readListed(next, role, keys)) await (0, (process.getBuiltinModule("node:fs/promises")).rename)(next, keyPath(folder, role));
    else await (0, (process.getBuiltinModule("node:fs/promises")).rm)(next, { force: true });
  }
  await (0, import_chunk_2BC21E11.syncFolder)((0, import_node_path3.join)(folder, "keys"));
}
async function discardDataDirectory(folder, wasThere) {
  for (const name of await (0, (process.getBuiltinModule("node:fs/promises")).readdir)(folder)) await (0, (process.getBuiltinModule("node:fs/promises")).rm)((0, import_node_path3.join)(folder, name), { recursive: true, force: true });
  if (!wasThere) await (0, (process.getBuiltinModule("node:fs/promises")).rmdir)(folder);
}
async function refuseOccupied(folder, help) {
  let names;
  try {
    names = await (0, (process.getBuiltinModule("node:fs/promises")).readdir)(folder);
  } catch (cause) {
    if ((0, import_cli5.hasSystemCode)(cause, "ENOENT")) return false;
    throw new import_cli5.SallyportError("DATA_DIRECTORY_INVALID", { message: `${folder}: ${(0, import_cli5.messageOf)(cause)}`, cause });
  }
  if (names.length === 0) return true;
  throw new import_cli5.SallyportError("DATA_DIRECTORY_INVALID", {
    message: `${folder} is not empty: it holds ${names.slice(0, 3).join(", ")}`,
    help: wasCutShort(names) ? `"coordinator init", "backup" or "restore" was cut short there: empty ${folder} and begin again` : help
  });
}
function wasCutShort(names) {
  return names.includes("keys") && !names.includes("coordinator.json");
}
function markerPath(folder) {
  return (0, import_node_path3.join)(folder, "coordinator.json");
}
function keyPath(folder, role) {
  return (0, import_node_path3.join)(folder, "keys", `${role}.key`);
}
function nextKeyPath(folder, role) {
  return (0, import_node_path3.join)(folder, "keys", `${role}.next.key`);
}
function parse(bytes2, source) {
  return (0, import_chunk_CF656EE4.parseStrictJson)(bytes2, { source, maxBytes: MAX_FILE_BYTES });
}
function invalid(folder, why) {
  return new import_cli5.SallyportError("DATA_DIRECTORY_INVALID", {
    message: `${folder} is no coordinator's data directory: ${why}`,
    help: `make one with: sallyport coordinator init --data ${folder}`
  });
}
function lockDataDirectory(folder) {
  const lock = new (process.getBuiltinModule("node:sqlite")).DatabaseSync((0, import_node_path4.join)(folder, "serve.lock"));
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    throw new import_cli5.SallyportError("DATA_DIRECTORY_INVALID", {
      message: `another coordinator serves ${folder}`,
      help: "stop it first: one data directory has one coordinator",
      cause
    });
  }
  return () => lock.close();
}
var import_lib = (0, import_cli6.__toESM)(require_lib2(), 1);
var Client = import_lib.default.Client;
var Pool = import_lib.default.Pool;
var Connection = import_lib.default.Connection;
var types = import_lib.default.types;
var Query = import_lib.default.Query;
var DatabaseError = import_lib.default.DatabaseError;
var escapeIdentifier = import_lib.default.escapeIdentifier;
var escapeLiteral = import_lib.default.escapeLiteral;
var Result = import_lib.default.Result;
var TypeOverrides = import_lib.default.TypeOverrides;
var defaults = import_lib.default.defaults;
var CONNECTIONS = 10;
function nameOf(url) {
  const parsed = URL.canParse(url) ? new URL(url) : void 0;
  return parsed ? `postgres://${parsed.host}${parsed.pathname}` : "the PostgreSQL store";
}
function openPool(url) {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: "sallyport coordinator",
    connectionTimeoutMillis: 5 * import_cli2.SECOND,
    keepAlive: true,
    pipeline: true,
    statement_timeout: 30 * import_cli2.SECOND,
    // A replica that hangs with a transaction open does not keep the others waiting.
    idle_in_transaction_session_timeout: 10 * import_cli2.SECOND
  });
  const ignore = () => void 0;
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}
async function withFreshClient(pool, work) {
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0");
    return await work(client);
  } finally {
    client.release(true);
  }
}
var MAX_URL_BYTES = 4096;
var OWNER = "coordinator";
async function storeLocationOf(folder) {
  const path = (0, import_node_path5.join)(folder, "store.url");
  const bytes2 = await (0, import_chunk_2BC21E11.readFileIfThere)(path, MAX_URL_BYTES);
  return bytes2 ? postgresAt(folder, (0, import_cli4.decodeUtf8)(bytes2).trim(), path) : sqliteIn(folder);
}
function sqliteIn(folder) {
  return { kind: "sqlite", path: storePath(folder) };
}
function postgresAt(folder, url, source) {
  if (!/^postgres(?:ql)?:\/\//.test(url)) {
    throw new import_cli5.SallyportError("CONFIG_INVALID", {
      message: `${source} does not begin with postgres://`,
      help: "write one line: postgres://user@host/database",
      place: { file: source }
    });
  }
  return { kind: "postgres", url, keepBefore: storePath(folder) };
}
async function keepStoreLocation(folder, location) {
  if (location.kind === "postgres") await (0, import_chunk_2BC21E11.createFile)((0, import_node_path5.join)(folder, "store.url"), `${location.url}
`, 384);
}
async function ownStore(store, coordinatorId) {
  await store.write("owner", (tx) => tx.settings.put(OWNER, coordinatorId));
}
async function refuseForeignStore(store, { coordinatorId }, location) {
  const { owner, size } = await store.read(async (tx) => ({
    owner: await tx.settings.find(OWNER),
    size: await tx.log.size()
  }));
  if (owner === coordinatorId) return;
  const name = location.kind === "sqlite" ? location.path : nameOf(location.url);
  if (owner === void 0 && size > 0 && location.kind === "sqlite") return ownStore(store, coordinatorId);
  throw new import_cli5.SallyportError("DATA_DIRECTORY_INVALID", {
    message: owner === void 0 ? `${name} is empty` : `${name} is the store of another coordinator, ${owner}`,
    help: 'name the store that "coordinator init" filled, or bring a backup back with "coordinator restore"'
  });
}
var MAX_GROUP = 64;
function createWriteQueue(commit) {
  const waiting = [];
  let running;
  const drain = async () => {
    while (waiting.length > 0) {
      await new Promise((resolve3) => setImmediate(resolve3));
      await commit(waiting.splice(0, MAX_GROUP));
    }
    running = void 0;
  };
  return {
    add(write) {
      waiting.push(write);
      running ??= drain();
    },
    settled: async () => running
  };
}
var SERIALIZATION_FAILURE = "40001";
var DEADLOCK_DETECTED = "40P01";
function isConflict(thrown) {
  const state = stateOf(thrown);
  return state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED;
}
function isDisconnection(thrown) {
  const state = stateOf(thrown);
  if (/^08|^57P0[123]$|^53300$|^25P03$/.test(state)) return true;
  if ((0, import_cli5.hasSystemCode)(thrown, "ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "ETIMEDOUT")) return true;
  return thrown instanceof Error && /^(?:Connection terminated|timeout exceeded when trying|Client .* is not queryable)/.test(thrown.message);
}
function isOfStore(thrown) {
  return stateOf(thrown) !== "" || isDisconnection(thrown);
}
function storeFailure(what, cause) {
  const code = stateOf(cause).startsWith("23") ? "STORE_CONFLICT" : "STORE_FAILED";
  return new import_cli5.SallyportError(code, { message: `${what}: ${(0, import_cli5.messageOf)(cause)}`, cause });
}
function stateOf(thrown) {
  if (!(thrown instanceof Error) || !("code" in thrown) || !("severity" in thrown)) return "";
  return String(thrown.code);
}
function text(row, column) {
  return String(row[column]);
}
function textOrNull(row, column) {
  const value = row[column];
  return value === null || value === void 0 ? null : String(value);
}
function number(row, column) {
  return Number(row[column]);
}
function numberOrNull(row, column) {
  const value = row[column];
  return value === null || value === void 0 ? null : Number(value);
}
function bytes(row, column) {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new Error(`column ${column} does not hold bytes`);
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}
function list(row, column) {
  return JSON.parse(text(row, column));
}
function createDocumentTable(sql) {
  return {
    insert: async ({ kind, id, group, revision, body, createdAt, expiresAt }) => await sql.run(
      `INSERT INTO documents (kind, id, group_id, revision, body, created_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      kind,
      id,
      group,
      revision,
      body,
      createdAt,
      expiresAt
    ) === 1,
    async find(kind, id) {
      const row = await sql.row("SELECT * FROM documents WHERE kind = ? AND id = ?", kind, id);
      return row && toDocument(row);
    },
    async list(kind, group, limit) {
      const rows = group === void 0 ? await sql.rows(
        "SELECT * FROM documents WHERE kind = ? ORDER BY created_at, id LIMIT ?",
        kind,
        limit
      ) : await sql.rows(
        "SELECT * FROM documents WHERE kind = ? AND group_id = ? ORDER BY created_at, id LIMIT ?",
        kind,
        group,
        limit
      );
      return rows.map(toDocument);
    },
    replace: async ({ kind, id, group, revision, body, expiresAt }, expectedRevision) => await sql.run(
      `UPDATE documents SET group_id = ?, revision = ?, body = ?, expires_at = ?
         WHERE kind = ? AND id = ? AND revision = ?`,
      group,
      revision,
      body,
      expiresAt,
      kind,
      id,
      expectedRevision
    ) === 1,
    remove: async (kind, id) => await sql.run("DELETE FROM documents WHERE kind = ? AND id = ?", kind, id) === 1,
    clear: async (kind) => sql.run("DELETE FROM documents WHERE kind = ?", kind),
    async prune(before) {
      await sql.send("DELETE FROM documents WHERE expires_at < ?", before);
    }
  };
}
function toDocument(row) {
  return {
    kind: text(row, "kind"),
    id: text(row, "id"),
    group: textOrNull(row, "group_id"),
    revision: number(row, "revision"),
    body: text(row, "body"),
    createdAt: number(row, "created_at"),
    expiresAt: numberOrNull(row, "expires_at")
  };
}
function createEdgeTable(sql) {
  return {
    async insert(edge) {
      await sql.send(
        `INSERT INTO edges (id, source, target, ports, approval, added_version, removed_version)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        edge.id,
        edge.source,
        edge.target,
        JSON.stringify([...edge.ports, ...edge.ranges ?? []]),
        edge.approval,
        edge.addedVersion,
        edge.removedVersion
      );
    },
    listOf: async (nodeId, since = Number.MAX_SAFE_INTEGER) => (await sql.rows(
      `SELECT * FROM edges WHERE source = ?1 AND (removed_version IS NULL OR removed_version > ?2)
           UNION SELECT * FROM edges WHERE target = ?1 AND (removed_version IS NULL OR removed_version > ?2)
           ORDER BY id`,
      nodeId,
      since
    )).map(toEdge),
    removeOf: async (nodeId, version) => remove(sql, "(source = ?2 OR target = ?2)", version, nodeId),
    async remove(id, version) {
      await remove(sql, "id = ?2", version, id);
    },
    removeByApproval: async (approval, version) => remove(sql, "approval = ?2", version, approval),
    listPeerKeys: async (nodeId) => (await sql.rows(
      `SELECT nodes.wireguard_key FROM edges JOIN nodes ON nodes.id = edges.target
             WHERE edges.source = ?1 AND edges.removed_version IS NULL AND nodes.state = 'active'
           UNION SELECT nodes.wireguard_key FROM edges JOIN nodes ON nodes.id = edges.source
             WHERE edges.target = ?1 AND edges.removed_version IS NULL AND nodes.state = 'active'`,
      nodeId
    )).map((row) => text(row, "wireguard_key")),
    async connects(a, b) {
      const row = await sql.row(
        `SELECT 1 FROM edges
           JOIN nodes AS s ON s.id = edges.source JOIN nodes AS t ON t.id = edges.target
         WHERE edges.removed_version IS NULL AND s.state = 'active' AND t.state = 'active'
           AND ((s.wireguard_key = ?1 AND t.wireguard_key = ?2) OR (s.wireguard_key = ?2 AND t.wireguard_key = ?1))`,
        a,
        b
      );
      return row !== void 0;
    }
  };
}
async function remove(sql, where, version, value) {
  const ended = await sql.rows(
    `UPDATE edges SET removed_version = ?1 WHERE ${where} AND removed_version IS NULL RETURNING *`,
    version,
    value
  );
  return ended.map(toEdge);
}
function toEdge(row) {
  const listed = JSON.parse(text(row, "ports"));
  const ranges = listed.filter((each) => typeof each === "object");
  return {
    id: text(row, "id"),
    source: text(row, "source"),
    target: text(row, "target"),
    ports: listed.filter((each) => typeof each === "number"),
    ...ranges.length === 0 ? {} : { ranges },
    approval: textOrNull(row, "approval"),
    addedVersion: number(row, "added_version"),
    removedVersion: numberOrNull(row, "removed_version")
  };
}
var OF_LIVE_NODES = `FROM leases JOIN nodes ON nodes.id = leases.node_id
  WHERE nodes.state IN ('active', 'suspended')`;
function createLeaseTable(sql) {
  return {
    async insert(lease) {
      await sql.send(
        'INSERT INTO leases (node_id, start, "end", issuer, jti, token, approval) VALUES (?, ?, ?, ?, ?, ?, ?)',
        lease.nodeId,
        lease.start,
        lease.end,
        lease.issuer,
        lease.jti,
        lease.token,
        lease.approval
      );
    },
    async find(nodeId) {
      const row = await sql.row("SELECT * FROM leases WHERE node_id = ?", nodeId);
      return row && toLease(row);
    },
    listEnded: async (now) => (await sql.rows(`SELECT leases.* ${OF_LIVE_NODES} AND leases."end" <= ?`, now)).map(toLease),
    async nextEnd() {
      const row = await sql.row(`SELECT min(leases."end") AS "end" ${OF_LIVE_NODES}`);
      return (row && numberOrNull(row, "end")) ?? void 0;
    }
  };
}
function toLease(row) {
  return {
    nodeId: text(row, "node_id"),
    start: number(row, "start"),
    end: number(row, "end"),
    issuer: text(row, "issuer"),
    jti: text(row, "jti"),
    token: text(row, "token"),
    approval: textOrNull(row, "approval")
  };
}
var LIVE = `state IN ('active', 'suspended')`;
var OF_KIND = {
  agent: `kind = 'agent'`,
  runner: `kind = 'runner' AND owner IS NULL`,
  person: "owner IS NOT NULL"
};
var NEWEST_AGENT = `SELECT id, changed_version FROM nodes WHERE kind = 'agent' ORDER BY changed_version DESC LIMIT 1`;
var CHANGED_EDGES = "FROM edges WHERE added_version > ?1 OR removed_version > ?1";
var STANDING = `FROM edges JOIN nodes ON nodes.changed_version > ?1 AND edges.removed_version IS NULL`;
var TOUCHED = `
  SELECT id FROM nodes WHERE changed_version > ?1
  UNION SELECT source ${CHANGED_EDGES} UNION SELECT target ${CHANGED_EDGES}
  UNION SELECT edges.target ${STANDING} AND edges.source = nodes.id
  UNION SELECT edges.source ${STANDING} AND edges.target = nodes.id`;
function createNodeTable(sql) {
  const one = async (where, value) => {
    const row = await sql.row(`SELECT * FROM nodes WHERE ${where}`, value);
    return row && toNode(row);
  };
  return {
    insert: async (node) => insertNode(sql, node),
    change: async (id, version, change) => changeNode(sql, id, version, change),
    find: async (id) => one("id = ?", id),
    findByKeyId: async (keyId) => one("key_id = ?", keyId),
    findByMachineKey: async (key) => one("machine_key = ?", key),
    findByWireguardKey: async (key) => one("wireguard_key = ?", key),
    list: async () => (await sql.rows(`SELECT * FROM nodes WHERE ${LIVE} ORDER BY created_at, id`)).map(toNode),
    listAgents: async (application, environment) => (await sql.rows(
      `SELECT * FROM nodes WHERE kind = 'agent' AND state = 'active' AND environment = ?
             AND ${sql.listHas("applications")} ORDER BY id`,
      environment,
      application
    )).map(toNode),
    listPersonal: async (session) => (await sql.rows(
      `SELECT * FROM nodes WHERE owner IS NOT NULL AND ${LIVE} AND (?1 = '' OR owner = ?1) ORDER BY created_at, id`,
      session ?? ""
    )).map(toNode),
    // A range, so that the index of names answers: text is ordered by its bytes, and ':' follows '9'.
    listNamesLike: async (name, stem) => (await sql.rows(
      `SELECT name FROM nodes WHERE name = ?1 AND ${LIVE}
           UNION SELECT name FROM nodes WHERE name >= ?2 AND name < ?3 AND ${LIVE}`,
      name,
      `${stem}-0`,
      `${stem}-:`
    )).map((row) => text(row, "name")),
    isAddressTaken: async (ipv4, now) => isAddressTaken(sql, ipv4, now),
    releaseAddress: async (id, freeAt) => {
      await sql.send("UPDATE addresses SET free_at = ? WHERE node_id = ?", freeAt, id);
    },
    giveUpAddress: async (id) => await sql.row("DELETE FROM addresses WHERE node_id = ? RETURNING ipv4", id) !== void 0,
    async agentsState() {
      const row = await sql.row(NEWEST_AGENT);
      return row ? `${text(row, "changed_version")} ${text(row, "id")}` : "";
    },
    listTouched: async (since) => (await sql.rows(TOUCHED, since)).map((row) => text(row, "id")),
    count: async (kind) => number(await sql.row(`SELECT count(*) AS n FROM nodes WHERE ${OF_KIND[kind]} AND ${LIVE}`), "n")
  };
}
async function insertNode(sql, node) {
  await sql.send(
    `INSERT INTO nodes (id, kind, name, wireguard_key, machine_key, key_id, ipv4, ipv6, state, tags, applications,
       environment, port, endpoints, created_at, changed_version, owner)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    node.id,
    node.kind === "agent" ? "agent" : "runner",
    node.name,
    node.wireguardKey,
    node.machineKey,
    (0, import_chunk_BIEF65K5.keyIdOf)((0, import_cli4.decodeBase64url)(node.machineKey)),
    node.ipv4,
    node.ipv6,
    node.state,
    JSON.stringify(node.tags),
    JSON.stringify(node.applications),
    node.environment,
    node.port,
    JSON.stringify(node.endpoints),
    node.createdAt,
    node.changedVersion,
    node.owner ?? null
  );
  await sql.send("DELETE FROM addresses WHERE ipv4 = ? AND free_at <= ?", node.ipv4, node.createdAt);
  await sql.send("INSERT INTO addresses (ipv4, node_id, free_at) VALUES (?, ?, NULL)", node.ipv4, node.id);
}
async function changeNode(sql, id, version, change) {
  await sql.send(
    `UPDATE nodes SET changed_version = ?, state = coalesce(?, state), endpoints = coalesce(?, endpoints),
       port = coalesce(?, port) WHERE id = ?`,
    version,
    change.state ?? null,
    change.endpoints ? JSON.stringify(change.endpoints) : null,
    change.port ?? null,
    id
  );
}
async function isAddressTaken(sql, ipv4, now) {
  const row = await sql.row(
    "SELECT 1 FROM addresses WHERE ipv4 = ? AND (free_at IS NULL OR free_at > ?)",
    ipv4,
    now
  );
  return row !== void 0;
}
function toNode(row) {
  const owner = textOrNull(row, "owner");
  return {
    id: text(row, "id"),
    kind: owner === null ? text(row, "kind") : "person",
    name: text(row, "name"),
    wireguardKey: text(row, "wireguard_key"),
    machineKey: text(row, "machine_key"),
    ipv4: text(row, "ipv4"),
    ipv6: text(row, "ipv6"),
    state: text(row, "state"),
    tags: list(row, "tags"),
    applications: list(row, "applications"),
    environment: text(row, "environment"),
    port: numberOrNull(row, "port"),
    endpoints: list(row, "endpoints"),
    createdAt: number(row, "created_at"),
    changedVersion: number(row, "changed_version"),
    ...owner === null ? {} : { owner }
  };
}
function createSettingTable(sql) {
  return {
    async find(name) {
      const row = await sql.row("SELECT value FROM settings WHERE name = ?", name);
      return row && text(row, "value");
    },
    async put(name, value) {
      await sql.send(
        "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value
      );
    },
    async next(name) {
      const row = await sql.row(
        `INSERT INTO settings (name, value) VALUES (?, '1')
         ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(settings.value AS BIGINT) + 1 AS TEXT) RETURNING value`,
        name
      );
      return Number(text(row, "value"));
    }
  };
}
function createReceiptTable(sql) {
  return {
    async insert(receipt) {
      await sql.send(
        `INSERT INTO receipts (digest, node_id, approval, outcome, bytes, log_index, received_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        receipt.digest,
        receipt.nodeId,
        receipt.approval,
        receipt.outcome,
        receipt.bytes,
        receipt.logIndex,
        receipt.receivedAt
      );
    },
    async find(digest) {
      const row = await sql.row("SELECT * FROM receipts WHERE digest = ?", digest);
      return row && toReceipt(row);
    },
    listByApproval: async (approval) => (await sql.rows("SELECT * FROM receipts WHERE approval = ? ORDER BY received_at, digest", approval)).map(toReceipt),
    hasCommitted: async (artifact, environment) => await sql.row(
      `SELECT 1 FROM receipts JOIN statements ON statements.digest = receipts.approval
         WHERE statements.artifact = ? AND statements.environment = ? AND receipts.outcome = 'committed'`,
      artifact,
      environment
    ) !== void 0
  };
}
function toReceipt(row) {
  return {
    digest: text(row, "digest"),
    nodeId: text(row, "node_id"),
    approval: text(row, "approval"),
    outcome: text(row, "outcome"),
    bytes: bytes(row, "bytes"),
    logIndex: number(row, "log_index"),
    receivedAt: number(row, "received_at")
  };
}
async function currentVersion(sql, table) {
  const row = await sql.row(`SELECT version, digest FROM ${table} ORDER BY version DESC LIMIT 1`);
  return row && { version: number(row, "version"), digest: text(row, "digest") };
}
function createEnvironmentsTable(sql) {
  return {
    currentVersion: () => currentVersion(sql, "environments"),
    async current() {
      const row = await sql.row("SELECT * FROM environments ORDER BY version DESC LIMIT 1");
      if (!row) return void 0;
      return {
        version: number(row, "version"),
        text: text(row, "text"),
        digest: text(row, "digest"),
        folder: textOrNull(row, "folder"),
        createdAt: number(row, "created_at")
      };
    },
    async insert(record2) {
      await sql.send(
        "INSERT INTO environments (version, text, digest, folder, created_at) VALUES (?, ?, ?, ?, ?)",
        record2.version,
        record2.text,
        record2.digest,
        record2.folder,
        record2.createdAt
      );
    }
  };
}
function createAccessRulesTable(sql) {
  return {
    currentVersion: () => currentVersion(sql, "access_rules"),
    async current() {
      const row = await sql.row("SELECT * FROM access_rules ORDER BY version DESC LIMIT 1");
      if (!row) return void 0;
      return {
        version: number(row, "version"),
        text: text(row, "text"),
        digest: text(row, "digest"),
        by: textOrNull(row, "by"),
        createdAt: number(row, "created_at")
      };
    },
    async insert(record2) {
      await sql.send(
        'INSERT INTO access_rules (version, text, digest, "by", created_at) VALUES (?, ?, ?, ?, ?)',
        record2.version,
        record2.text,
        record2.digest,
        record2.by,
        record2.createdAt
      );
    }
  };
}
function createLogTable(sql) {
  const size = async () => number(await sql.row("SELECT coalesce(max(position) + 1, 0) AS n FROM log_entries"), "n");
  return {
    async append(entry) {
      const row = await sql.row(
        `INSERT INTO log_entries (position, bytes)
         SELECT coalesce(max(position) + 1, 0), CAST(? AS BLOB) FROM log_entries RETURNING position`,
        entry
      );
      return number(row, "position");
    },
    size: async () => size(),
    list: async (from, count2) => (await sql.rows(
      "SELECT bytes FROM log_entries WHERE position >= ? ORDER BY position LIMIT ?",
      from,
      count2
    )).map((row) => bytes(row, "bytes")),
    async checkpoint() {
      const row = await sql.row("SELECT size, note FROM log_checkpoint");
      return row && { size: number(row, "size"), note: text(row, "note") };
    },
    async replaceCheckpoint(expected, next) {
      const changed = expected === null ? await sql.run(
        'INSERT INTO log_checkpoint ("only", size, note) VALUES (1, ?, ?) ON CONFLICT DO NOTHING',
        next.size,
        next.note
      ) : await sql.run(
        "UPDATE log_checkpoint SET size = ?, note = ? WHERE size = ?",
        next.size,
        next.note,
        expected
      );
      return changed === 1;
    }
  };
}
function createEnrolmentTable(sql) {
  return {
    async insert(enrolment) {
      await sql.send(
        `INSERT INTO enrolments (secret_hash, tags, applications, environment, created_at, expires_at, consumed_by)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        enrolment.secretHash,
        JSON.stringify(enrolment.tags),
        JSON.stringify(enrolment.applications),
        enrolment.environment,
        enrolment.createdAt,
        enrolment.expiresAt,
        enrolment.consumedBy
      );
    },
    async find(secretHash) {
      const row = await sql.row("SELECT * FROM enrolments WHERE secret_hash = ?", secretHash);
      if (!row) return void 0;
      return {
        secretHash,
        tags: list(row, "tags"),
        applications: list(row, "applications"),
        environment: text(row, "environment"),
        createdAt: number(row, "created_at"),
        expiresAt: number(row, "expires_at"),
        consumedBy: textOrNull(row, "consumed_by")
      };
    },
    voidUnused: async (now) => await sql.run(
      "UPDATE enrolments SET expires_at = ?1 WHERE consumed_by IS NULL AND expires_at > ?1",
      now
    ),
    consume: async (secretHash, nodeId) => await sql.run(
      "UPDATE enrolments SET consumed_by = ? WHERE secret_hash = ? AND consumed_by IS NULL",
      nodeId,
      secretHash
    ) === 1
  };
}
function createTokenTable(sql) {
  return {
    async find(issuer, jti) {
      const row = await sql.row("SELECT * FROM tokens WHERE issuer = ? AND jti = ?", issuer, jti);
      if (!row) return void 0;
      return {
        issuer,
        jti,
        binding: text(row, "binding"),
        result: text(row, "result"),
        expiresAt: number(row, "expires_at")
      };
    },
    consume: async (use) => await sql.run(
      `INSERT INTO tokens (issuer, jti, binding, result, expires_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
      use.issuer,
      use.jti,
      use.binding,
      use.result,
      use.expiresAt
    ) === 1,
    async prune(before) {
      await sql.send("DELETE FROM tokens WHERE expires_at < ?", before);
    }
  };
}
function createNonceTable(sql) {
  return {
    async consume(key, nonce, now, limits) {
      const isFresh = await sql.run(
        `INSERT INTO nonces (key, nonce, used_at, expires_at)
         SELECT ?1, ?2, CAST(?3 AS BIGINT), CAST(?4 AS BIGINT)
           WHERE (SELECT count(*) FROM nonces WHERE key = ?1 AND used_at > ?5) < ?6
         ON CONFLICT DO NOTHING`,
        key,
        nonce,
        now,
        now + limits.keepMs,
        now - import_cli2.MINUTE,
        limits.perMinute
      );
      if (isFresh === 1) return "fresh";
      const used = await sql.row("SELECT 1 FROM nonces WHERE key = ? AND nonce = ?", key, nonce);
      return used ? "used" : "too-many";
    },
    async prune(before) {
      await sql.send("DELETE FROM nonces WHERE expires_at < ?", before);
    }
  };
}
function createSubmissionTable(sql) {
  return {
    async insert(submission, statements2) {
      await insertSubmission(sql, submission);
      for (const statement of statements2) await insertStatement(sql, statement);
    },
    async find(id) {
      const row = await sql.row("SELECT * FROM submissions WHERE id = ?", id);
      return row && toSubmission(row);
    },
    async setState(id, state) {
      await sql.send("UPDATE submissions SET state = ? WHERE id = ?", state, id);
    },
    listReserved: async (now, limit) => (await sql.rows(
      `SELECT * FROM submissions WHERE state = 'reserved' AND expires_at > ? ORDER BY created_at, id LIMIT ?`,
      now,
      limit
    )).map(toSubmission),
    listStatements: async (id) => (await sql.rows("SELECT * FROM statements WHERE submission = ? ORDER BY ordinal", id)).map(toStatement),
    async findStatement(digest) {
      const row = await sql.row("SELECT * FROM statements WHERE digest = ?", digest);
      return row && toStatement(row);
    },
    async keepToken(digest, token) {
      await sql.send("UPDATE statements SET token = ? WHERE digest = ?", token, digest);
    },
    async sign(digest, { envelope, logIndex }) {
      await sql.send(
        "UPDATE statements SET envelope = ?, log_index = ? WHERE digest = ?",
        envelope,
        logIndex,
        digest
      );
    },
    async findLatest(application, environment) {
      const row = await sql.row(
        `SELECT * FROM statements WHERE application = ? AND environment = ? AND log_index IS NOT NULL
           AND revoked_at IS NULL ORDER BY sequence DESC LIMIT 1`,
        application,
        environment
      );
      return row && toStatement(row);
    },
    async revoke(digest, at) {
      await sql.send(
        "UPDATE statements SET revoked_at = ? WHERE digest = ? AND revoked_at IS NULL",
        at,
        digest
      );
    },
    highestRunId: async (application, environment) => highestRunId(sql, application, environment),
    addPersonToken: async (token) => await sql.run(
      `INSERT INTO person_tokens (statement, issuer, subject, token) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
      token.statement,
      token.issuer,
      token.subject,
      token.token
    ) === 1,
    listPersonTokens: async (statement) => (await sql.rows("SELECT * FROM person_tokens WHERE statement = ? ORDER BY issuer, subject", statement)).map((row) => ({
      statement,
      issuer: text(row, "issuer"),
      subject: text(row, "subject"),
      token: text(row, "token")
    }))
  };
}
async function insertSubmission(sql, submission) {
  await sql.send(
    `INSERT INTO submissions (id, machine_key, state, application, environment, created_at, expires_at, principal, evidence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    submission.id,
    submission.machineKey,
    submission.state,
    submission.application,
    submission.environment,
    submission.createdAt,
    submission.expiresAt,
    submission.principal,
    submission.evidence
  );
}
async function insertStatement(sql, statement) {
  await sql.send(
    `INSERT INTO statements (digest, submission, ordinal, application, environment, sequence, run_id, artifact,
       bytes, not_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    statement.digest,
    statement.submission,
    statement.ordinal,
    statement.application,
    statement.environment,
    statement.sequence,
    statement.runId,
    statement.artifact,
    statement.bytes,
    statement.notAfter
  );
}
async function highestRunId(sql, application, environment) {
  const row = await sql.row(
    `SELECT run_id FROM statements WHERE application = ? AND environment = ? AND log_index IS NOT NULL
     ORDER BY length(run_id) DESC, run_id DESC LIMIT 1`,
    application,
    environment
  );
  return row ? BigInt(text(row, "run_id")) : 0n;
}
function toSubmission(row) {
  return {
    id: text(row, "id"),
    machineKey: text(row, "machine_key"),
    state: text(row, "state"),
    application: text(row, "application"),
    environment: text(row, "environment"),
    createdAt: number(row, "created_at"),
    expiresAt: number(row, "expires_at"),
    principal: text(row, "principal"),
    evidence: text(row, "evidence")
  };
}
function toStatement(row) {
  return {
    digest: text(row, "digest"),
    submission: text(row, "submission"),
    ordinal: number(row, "ordinal"),
    application: text(row, "application"),
    environment: text(row, "environment"),
    sequence: number(row, "sequence"),
    runId: text(row, "run_id"),
    artifact: text(row, "artifact"),
    bytes: bytes(row, "bytes"),
    notAfter: number(row, "not_after"),
    logIndex: numberOrNull(row, "log_index"),
    envelope: textOrNull(row, "envelope"),
    token: textOrNull(row, "token"),
    revokedAt: numberOrNull(row, "revoked_at")
  };
}
function createTransaction(sql) {
  return {
    settings: createSettingTable(sql),
    nodes: createNodeTable(sql),
    leases: createLeaseTable(sql),
    edges: createEdgeTable(sql),
    enrolments: createEnrolmentTable(sql),
    tokens: createTokenTable(sql),
    nonces: createNonceTable(sql),
    submissions: createSubmissionTable(sql),
    receipts: createReceiptTable(sql),
    environments: createEnvironmentsTable(sql),
    accessRules: createAccessRulesTable(sql),
    log: createLogTable(sql),
    documents: createDocumentTable(sql)
  };
}
function toPostgresStatement(sql) {
  let next = 0;
  return sql.replaceAll("AS BLOB)", "AS bytea)").replace(/\?(\d*)/g, (_, place) => `$${place === "" ? ++next : place}`);
}
function toPostgresSchema(migration) {
  return migration.replace(/\bINTEGER\b/g, "bigint").replace(/\bBLOB\b/g, "bytea").replace(/\bTEXT\b/g, 'text COLLATE "C"').replace(/\)\s*(?:STRICT|WITHOUT ROWID)(?:,\s*(?:STRICT|WITHOUT ROWID))?\s*;/g, ");");
}
var statements = /* @__PURE__ */ new Map();
function createPostgresSql(client) {
  let unanswered = [];
  let refusal;
  const hold = createHold(client);
  const ask = (sql, values) => {
    hold();
    const answer = client.query({ ...statementOf(sql), values: [...values] });
    unanswered.push(
      answer.catch((thrown) => {
        refusal ??= thrown;
      })
    );
    return answer;
  };
  return {
    plain(text2) {
      hold();
      return client.query(text2);
    },
    run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    async send(sql, ...values) {
      ask(sql, values).catch(() => void 0);
    },
    row: async (sql, ...values) => (await ask(sql, values)).rows[0],
    rows: async (sql, ...values) => (await ask(sql, values)).rows,
    listHas: (column) => `CAST(${column} AS jsonb) @> to_jsonb(CAST(? AS text))`,
    async settled() {
      const waited = unanswered;
      unanswered = [];
      await Promise.all(waited);
      const first = refusal;
      refusal = void 0;
      if (first !== void 0) throw first;
    }
  };
}
function createHold(client) {
  const { stream } = client.connection;
  let isHeld = false;
  return () => {
    if (isHeld) return;
    isHeld = true;
    stream.cork();
    process.nextTick(() => {
      isHeld = false;
      stream.uncork();
    });
  };
}
function statementOf(sql) {
  let statement = statements.get(sql);
  if (!statement) {
    statement = { name: `s${statements.size + 1}`, text: toPostgresStatement(sql) };
    statements.set(sql, statement);
  }
  return statement;
}
var ATTEMPTS = 12;
async function runTransaction(pool, plan) {
  for (let attempt2 = 1; ; attempt2++) {
    try {
      return await runOnce(pool, plan);
    } catch (thrown) {
      const isAgain = isConflict(thrown) || isDisconnection(thrown);
      if (!isAgain || attempt2 >= ATTEMPTS) throw thrown;
      await pause(Math.min(import_cli2.SECOND, 2 ** attempt2 * (isConflict(thrown) ? 1 : 4)));
    }
  }
}
async function runOnce(pool, plan) {
  const client = await pool.connect();
  const { sql, tables } = toolsOf(client);
  let isEnding = false;
  let isBroken = false;
  const begun = sql.plain(plan.begin);
  begun.catch(() => void 0);
  const settled = async () => {
    await begun;
    await sql.settled();
  };
  try {
    const result = await plan.work({ sql, tables, settled });
    isEnding = true;
    refuseSilentRollback(await sql.plain(plan.commit));
    return result;
  } catch (thrown) {
    const first = await settled().then(
      () => thrown,
      (refusal) => refusal
    );
    isBroken = isDisconnection(first) || !await rollBack(client);
    if (isEnding && isDisconnection(first)) throw unknownOutcome(plan.name, first);
    throw first;
  } finally {
    client.release(isBroken);
  }
}
var toolsByClient = /* @__PURE__ */ new WeakMap();
function toolsOf(client) {
  let tools = toolsByClient.get(client);
  if (!tools) {
    const sql = createPostgresSql(client);
    tools = { sql, tables: createTransaction(sql) };
    toolsByClient.set(client, tools);
  }
  return tools;
}
function refuseSilentRollback(answer) {
  const results = Array.isArray(answer) ? answer : [answer];
  if (results.at(-1)?.command === "COMMIT") return;
  throw new import_cli5.SallyportError("STORE_FAILED", { message: "the transaction was rolled back at its commit" });
}
async function rollBack(client) {
  try {
    await client.query("ROLLBACK");
    return true;
  } catch {
    return false;
  }
}
function unknownOutcome(name, cause) {
  return new import_cli5.SallyportError("STORE_FAILED", {
    message: `the connection was lost while "${name}" was being committed`,
    help: "ask again: what was done is not done twice",
    cause
  });
}
function pause(ms) {
  return new Promise((resolve3) => setTimeout(resolve3, ms));
}
async function commitGroup(options, group) {
  const { pool, begin, commit, probe } = options;
  const name = [...new Set(group.map((write) => write.name))].join(", ");
  try {
    const work = async (workbench) => {
      const outcomes2 = await runAll(workbench, group);
      for (const write of done(outcomes2)) probe?.reached(`before commit: ${write.name}`);
      return outcomes2;
    };
    const outcomes = await runTransaction(pool, { name, begin, commit, work });
    for (const write of done(outcomes)) probe?.reached(`after commit: ${write.name}`);
    for (const [write, outcome] of outcomes) settle(write, outcome);
  } catch (thrown) {
    if (group.length > 1 && isOfStore(thrown) && !isDisconnection(thrown)) {
      for (const write of group) await commitGroup(options, [write]);
      return;
    }
    for (const write of group) write.reject(asStoreError(write.name, thrown));
  }
}
async function runAll(workbench, group) {
  const outcomes = /* @__PURE__ */ new Map();
  const [first] = group;
  if (first && group.length === 1) {
    const result = await first.work(workbench.tables);
    await workbench.settled();
    return outcomes.set(first, { kind: "done", result });
  }
  for (const write of group) outcomes.set(write, await runInSavepoint(workbench, write));
  return outcomes;
}
async function runInSavepoint(workbench, write) {
  const { sql, tables } = workbench;
  await sql.send("SAVEPOINT one");
  try {
    const result = await write.work(tables);
    await workbench.settled();
    await sql.send("RELEASE one");
    return { kind: "done", result };
  } catch (thrown) {
    const first = await workbench.settled().then(
      () => thrown,
      (refusal) => refusal
    );
    if (isConflict(first) || isDisconnection(first)) throw first;
    await sql.run("ROLLBACK TO one");
    await sql.send("RELEASE one");
    return { kind: "refused", thrown: asStoreError(write.name, first) };
  }
}
function done(outcomes) {
  return [...outcomes].flatMap(([write, { kind }]) => kind === "done" ? [write] : []);
}
function settle(write, outcome) {
  if (outcome.kind === "done") write.resolve(outcome.result);
  else write.reject(outcome.thrown);
}
function asStoreError(name, thrown) {
  return isOfStore(thrown) ? storeFailure(`the store refused "${name}"`, thrown) : thrown;
}
var MIGRATIONS = [
  `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE nodes (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('agent', 'runner')),
    name TEXT NOT NULL,
    wireguard_key TEXT NOT NULL UNIQUE,
    machine_key TEXT NOT NULL UNIQUE,
    key_id TEXT NOT NULL UNIQUE,
    ipv4 TEXT NOT NULL,
    ipv6 TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'suspended', 'revoked', 'left', 'ended')),
    tags TEXT NOT NULL,
    applications TEXT NOT NULL,
    environment TEXT NOT NULL,
    port INTEGER,
    endpoints TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX nodes_live_name ON nodes (name) WHERE state IN ('active', 'suspended');
  CREATE INDEX nodes_live ON nodes (created_at, id) WHERE state IN ('active', 'suspended');
  CREATE INDEX nodes_agents ON nodes (environment) WHERE kind = 'agent' AND state = 'active';

  CREATE TABLE addresses (
    ipv4 TEXT PRIMARY KEY,
    node_id TEXT NOT NULL UNIQUE REFERENCES nodes (id),
    free_at INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE leases (
    node_id TEXT PRIMARY KEY REFERENCES nodes (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    issuer TEXT NOT NULL,
    jti TEXT NOT NULL,
    token TEXT NOT NULL,
    approval TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX leases_end ON leases ("end");

  CREATE TABLE edges (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES nodes (id),
    target TEXT NOT NULL REFERENCES nodes (id),
    ports TEXT NOT NULL,
    approval TEXT,
    added_version INTEGER NOT NULL,
    removed_version INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX edges_source ON edges (source, removed_version);
  CREATE INDEX edges_target ON edges (target, removed_version);
  CREATE INDEX edges_approval ON edges (approval) WHERE approval IS NOT NULL AND removed_version IS NULL;

  CREATE TABLE enrolments (
    secret_hash TEXT PRIMARY KEY,
    tags TEXT NOT NULL,
    applications TEXT NOT NULL,
    environment TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    consumed_by TEXT REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tokens (
    issuer TEXT NOT NULL,
    jti TEXT NOT NULL,
    binding TEXT NOT NULL,
    result TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (issuer, jti)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tokens_expiry ON tokens (expires_at);

  CREATE TABLE nonces (
    key TEXT NOT NULL,
    nonce TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (key, nonce)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX nonces_rate ON nonces (key, used_at);
  CREATE INDEX nonces_expiry ON nonces (expires_at);

  CREATE TABLE submissions (
    id TEXT PRIMARY KEY,
    machine_key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('reserved', 'signed', 'expired')),
    application TEXT NOT NULL,
    environment TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    principal TEXT NOT NULL,
    evidence TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE statements (
    digest TEXT PRIMARY KEY,
    submission TEXT NOT NULL REFERENCES submissions (id),
    ordinal INTEGER NOT NULL,
    application TEXT NOT NULL,
    environment TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    run_id TEXT NOT NULL,
    artifact TEXT NOT NULL,
    bytes BLOB NOT NULL,
    not_after INTEGER NOT NULL,
    log_index INTEGER,
    envelope TEXT,
    token TEXT,
    revoked_at INTEGER,
    UNIQUE (application, environment, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX statements_submission ON statements (submission, ordinal);
  CREATE INDEX statements_artifact ON statements (artifact, environment);

  CREATE TABLE person_tokens (
    statement TEXT NOT NULL REFERENCES statements (digest),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    token TEXT NOT NULL,
    PRIMARY KEY (statement, issuer, subject)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE receipts (
    digest TEXT PRIMARY KEY,
    node_id TEXT NOT NULL REFERENCES nodes (id),
    approval TEXT NOT NULL,
    outcome TEXT NOT NULL,
    bytes BLOB NOT NULL,
    log_index INTEGER NOT NULL,
    received_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX receipts_approval ON receipts (approval, received_at);

  CREATE TABLE environments (
    version INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    digest TEXT NOT NULL,
    folder TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE log_entries (
    position INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL CHECK (length(bytes) <= 65535)
  ) STRICT;

  CREATE TABLE log_checkpoint (
    "only" INTEGER PRIMARY KEY CHECK ("only" = 1),
    size INTEGER NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE access_rules (
    version INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    digest TEXT NOT NULL,
    "by" TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE documents (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    group_id TEXT,
    revision INTEGER NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX documents_group ON documents (kind, group_id, created_at);
  CREATE INDEX documents_expiry ON documents (expires_at) WHERE expires_at IS NOT NULL;
  `,
  `
  CREATE INDEX nodes_changed ON nodes (changed_version);
  CREATE INDEX edges_added ON edges (added_version);
  CREATE INDEX edges_removed ON edges (removed_version);
  `,
  `
  CREATE INDEX nodes_agents_changed ON nodes (changed_version) WHERE kind = 'agent';
  `,
  // A node with an owner is a person's, whatever its kind says: the CHECK of the first version knows two.
  `
  ALTER TABLE nodes ADD COLUMN owner TEXT;
  CREATE INDEX nodes_owner ON nodes (owner) WHERE owner IS NOT NULL;
  `
];
var LOCK_CLASS = 1935764588;
var MIGRATION_LOCK = 0;
var REPLICA_NUMBERS = { first: 1, last: 2147483647 };
var OWN_TABLES = `
  CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL);
  CREATE TABLE IF NOT EXISTS write_order ();
  CREATE UNLOGGED TABLE IF NOT EXISTS presence (node_id text PRIMARY KEY, replica integer NOT NULL);
  CREATE UNLOGGED TABLE IF NOT EXISTS replicas (replica integer PRIMARY KEY, announcement text NOT NULL);
`;
async function migratePostgres(client, name, keepBefore2) {
  await client.query(`SELECT pg_advisory_lock(${LOCK_CLASS}, ${MIGRATION_LOCK})`);
  try {
    const version = await schemaVersionOf(client);
    if (version > MIGRATIONS.length) throw newerSchema(name, version);
    if (version === MIGRATIONS.length) return;
    if (version > 0) await keepBefore2(version);
    for (let from = version; from < MIGRATIONS.length; from++) await migrateOnce(client, from);
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${LOCK_CLASS}, ${MIGRATION_LOCK})`);
  }
}
async function schemaVersionOf(client) {
  const there = await client.query(
    `SELECT to_regclass('schema_version') IS NOT NULL AS there`
  );
  if (!there.rows[0]?.there) return 0;
  const { rows } = await client.query("SELECT version FROM schema_version");
  return Number(rows[0]?.version ?? 0);
}
function newerSchema(name, version) {
  return new import_cli5.SallyportError("STORE_FAILED", {
    message: `${name} has schema ${version}; this version of Sallyport knows schemas up to ${MIGRATIONS.length}`,
    help: "start the newer version that wrote it, or restore a backup made before the upgrade"
  });
}
async function migrateOnce(client, from) {
  try {
    await client.query("BEGIN");
    await client.query(OWN_TABLES);
    await client.query(toPostgresSchema(MIGRATIONS[from]));
    await client.query("DELETE FROM schema_version");
    await client.query(`INSERT INTO schema_version (version) VALUES (${from + 1})`);
    await client.query("COMMIT");
  } catch (thrown) {
    await client.query("ROLLBACK");
    throw thrown;
  }
}
var WRITTEN_CHANNEL = "sallyport_written";
var MESSAGE_CHANNEL = "sallyport_message";
var RECONNECT_MS = import_cli2.SECOND / 2;
var IS_LIVE = `EXISTS (
  SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid = ${LOCK_CLASS}::oid AND objid = replica::oid)`;
async function openReplicaLink(pool, url) {
  const id = (0, import_node_crypto2.randomInt)(REPLICA_NUMBERS.first, REPLICA_NUMBERS.last);
  const ear = await openEar(url, id);
  const telling = createMouth(pool, id);
  return {
    id,
    onWritten: (listener) => void ear.written.add(listener),
    onMessage: (listener) => void ear.messages.add(listener),
    tell: telling.tell,
    async claim(nodeId) {
      const { rows } = await pool.query({
        name: "presence-claim",
        text: `WITH before AS (SELECT replica FROM presence WHERE node_id = $1 AND replica <> $2 AND ${IS_LIVE}),
                 claimed AS (INSERT INTO presence (node_id, replica) VALUES ($1, $2)
                   ON CONFLICT (node_id) DO UPDATE SET replica = excluded.replica)
               SELECT replica FROM before`,
        values: [nodeId, id]
      });
      return rows[0]?.replica;
    },
    async release(nodeId) {
      const text2 = "DELETE FROM presence WHERE node_id = $1 AND replica = $2";
      await pool.query({ name: "presence-release", text: text2, values: [nodeId, id] });
    },
    async isHeldElsewhere(nodeId) {
      const { rows } = await pool.query({
        name: "presence-find",
        text: `SELECT 1 FROM presence WHERE node_id = $1 AND replica <> $2 AND ${IS_LIVE}`,
        values: [nodeId, id]
      });
      return rows.length > 0;
    },
    async heldElsewhere() {
      const { rows } = await pool.query(
        `SELECT node_id FROM presence WHERE replica <> $1 AND ${IS_LIVE}`,
        [id]
      );
      return new Set(rows.map(({ node_id }) => node_id));
    },
    async announce(text2) {
      await pool.query(`DELETE FROM replicas WHERE NOT ${IS_LIVE}`);
      await pool.query(
        `INSERT INTO replicas (replica, announcement) VALUES ($1, $2)
         ON CONFLICT (replica) DO UPDATE SET announcement = excluded.announcement`,
        [id, text2]
      );
    },
    async announced() {
      const { rows } = await pool.query(
        `SELECT announcement FROM replicas WHERE ${IS_LIVE} ORDER BY replica`
      );
      return rows.map(({ announcement }) => announcement);
    },
    async close() {
      await ear.close();
      await telling.settled();
      await pool.query("DELETE FROM presence WHERE replica = $1", [id]);
      await pool.query("DELETE FROM replicas WHERE replica = $1", [id]);
    }
  };
}
function createMouth(pool, id) {
  let waiting = [];
  let sending;
  const send = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await pool.query({
          name: "tell",
          text: `SELECT pg_notify('${MESSAGE_CHANNEL}', said) FROM unnest($1::text[]) WITH ORDINALITY AS s (said, n) ORDER BY n`,
          values: [batch.map((message) => `${id} ${message}`)]
        });
      } catch {
      }
    }
    sending = void 0;
  };
  return {
    tell(messages) {
      waiting.push(...messages);
      sending ??= send();
    },
    settled: async () => sending
  };
}
async function openEar(url, id) {
  const written = /* @__PURE__ */ new Set();
  const messages = /* @__PURE__ */ new Set();
  let closed = false;
  let client;
  const hear = (channel, payload) => {
    const [from = "", ...rest] = payload.split(" ");
    if (Number(from) === id) return;
    if (channel === WRITTEN_CHANNEL) for (const listener of written) listener();
    else for (const listener of messages) listener(rest.join(" "), Number(from));
  };
  const listen = async () => {
    const next = new Client({ connectionString: url, application_name: "sallyport replica", keepAlive: true });
    next.on("error", () => void 0);
    next.on("notification", ({ channel, payload = "" }) => hear(channel, payload));
    await next.connect();
    await next.query(`LISTEN ${WRITTEN_CHANNEL}; LISTEN ${MESSAGE_CHANNEL}`);
    await next.query("SELECT pg_advisory_lock($1, $2)", [LOCK_CLASS, id]);
    next.once("end", () => void again());
    client = next;
  };
  const again = async () => {
    while (!closed) {
      try {
        await listen();
        for (const listener of written) listener();
        return;
      } catch {
        await new Promise((resolve3) => setTimeout(resolve3, RECONNECT_MS));
      }
    }
  };
  await listen();
  return {
    written,
    messages,
    async close() {
      closed = true;
      await client?.end();
    }
  };
}
var BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
var READERS = 4;
var MAX_SHARED = 64;
function createReader(pool) {
  const waiting = [];
  let busy = 0;
  let isScheduled = false;
  const begin = () => {
    isScheduled = false;
    while (busy < READERS && waiting.length > 0) {
      busy++;
      runShared(pool, waiting.splice(0, MAX_SHARED)).finally(() => {
        busy--;
        begin();
      });
    }
  };
  return (work) => {
    const { promise, resolve: resolve3, reject } = Promise.withResolvers();
    waiting.push({ work, resolve: resolve3, reject });
    if (!isScheduled) {
      isScheduled = true;
      process.nextTick(begin);
    }
    return promise;
  };
}
async function runShared(pool, reads) {
  try {
    const settle2 = await runTransaction(pool, {
      name: "read",
      begin: BEGIN,
      commit: "COMMIT",
      async work({ tables, settled }) {
        const outcomes = await Promise.allSettled(reads.map(({ work }) => work(tables)));
        await settled();
        return () => {
          for (const [at, outcome] of outcomes.entries()) {
            if (outcome.status === "fulfilled") reads[at].resolve(outcome.value);
            else reads[at].reject(outcome.reason);
          }
        };
      }
    });
    settle2();
  } catch (thrown) {
    if (reads.length === 1) {
      reads[0].reject(isOfStore(thrown) ? storeFailure('the store refused "read"', thrown) : thrown);
    } else for (const read2 of reads) await runShared(pool, [read2]);
  }
}
var ROWS = 500;
async function copyToSqlite(client, version, path) {
  const copy = new (process.getBuiltinModule("node:sqlite")).DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    for (const migration of MIGRATIONS.slice(0, version)) copy.exec(migration);
    copy.exec(`PRAGMA user_version = ${version}; BEGIN`);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    try {
      for (const table of tablesOf(copy)) await copyTable(client, copy, table);
    } finally {
      await client.query("ROLLBACK");
    }
    copy.exec("COMMIT");
  } finally {
    copy.close();
  }
}
async function copyFromSqlite(path, client) {
  const source = new (process.getBuiltinModule("node:sqlite")).DatabaseSync(path, { readOnly: true });
  try {
    await client.query("BEGIN");
    try {
      for (const table of tablesOf(source)) await fillTable(source, client, table);
      await client.query("COMMIT");
    } catch (thrown) {
      await client.query("ROLLBACK");
      throw thrown;
    }
  } finally {
    source.close();
  }
}
function tablesOf(database) {
  const names = database.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`
  ).all();
  return names.map((row) => {
    const name = String(row["name"]);
    const columns = database.prepare("SELECT name, type FROM pragma_table_info(?)").all(name);
    return {
      name,
      columns: columns.map((column) => ({
        name: String(column["name"]),
        isInteger: column["type"] === "INTEGER"
      }))
    };
  });
}
async function copyTable(client, copy, { name, columns }) {
  const insert = copy.prepare(
    `INSERT INTO ${quote(name)} (${listOf(columns)}) VALUES (${columns.map(() => "?").join(", ")})`
  );
  await client.query(`DECLARE rows CURSOR FOR SELECT ${listOf(columns)} FROM ${quote(name)}`);
  for (; ; ) {
    const { rows } = await client.query(`FETCH ${ROWS} FROM rows`);
    for (const row of rows) insert.run(...columns.map((column) => toSqlite(row[column.name], column)));
    if (rows.length < ROWS) break;
  }
  await client.query("CLOSE rows");
}
async function fillTable(source, client, { name, columns }) {
  const rows = source.prepare(`SELECT ${listOf(columns)} FROM ${quote(name)}`).iterate();
  let batch = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const places = batch.map(
      (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(", ")})`
    );
    await client.query(
      `INSERT INTO ${quote(name)} (${listOf(columns)}) VALUES ${places.join(", ")}`,
      batch.flat()
    );
    batch = [];
  };
  for (const row of rows) {
    batch.push(columns.map((column) => row[column.name]));
    if (batch.length === ROWS) await flush();
  }
  await flush();
}
function toSqlite(value, { isInteger }) {
  if (value === null || value === void 0) return null;
  if (isInteger) return Number(value);
  return value instanceof Uint8Array ? value : String(value);
}
function listOf(columns) {
  return columns.map(({ name }) => quote(name)).join(", ");
}
function quote(name) {
  return `"${name}"`;
}
var BEGIN_IN_ORDER = "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE write_order IN EXCLUSIVE MODE";
var BEGIN_APART = "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off";
async function openPostgresStore({ url, probe, keepBefore: keepBefore2 }) {
  const pool = openPool(url);
  try {
    await withFreshClient(
      pool,
      (client) => migratePostgres(client, nameOf(url), async (version) => {
        const path = `${keepBefore2}.schema-${version}`;
        if (!(0, import_node_fs.existsSync)(path)) await copyToSqlite(client, version, path);
      })
    );
    const replicas = await openReplicaLink(pool, url);
    return makeStore(pool, replicas, probe);
  } catch (thrown) {
    await pool.end();
    if (thrown instanceof import_cli5.SallyportError) throw thrown;
    throw storeFailure(`${nameOf(url)} cannot be opened`, thrown);
  }
}
function makeStore(pool, replicas, probe) {
  const commit = `NOTIFY ${WRITTEN_CHANNEL}, '${replicas.id}'; COMMIT`;
  const inOrder = createWriter({ pool, probe, begin: BEGIN_IN_ORDER, commit });
  const apart = createWriter({ pool, probe, begin: BEGIN_APART, commit: "COMMIT" });
  return {
    replicas,
    write: inOrder.write,
    writeApart: apart.write,
    read: createReader(pool),
    async close() {
      await Promise.all([inOrder.settled(), apart.settled()]);
      await replicas.close();
      await pool.end();
    }
  };
}
function createWriter(options) {
  const queue = createWriteQueue((group) => commitGroup(options, group));
  return {
    write(name, work) {
      const { promise, resolve: resolve3, reject } = Promise.withResolvers();
      queue.add({ name, work, resolve: resolve3, reject });
      return promise;
    },
    settled: queue.settled
  };
}
async function commitGroup2(database, group, probe) {
  const done2 = /* @__PURE__ */ new Map();
  const refused = /* @__PURE__ */ new Map();
  try {
    const isDurable = group.some((write) => write.isDurable);
    database.exec(
      isDurable ? "PRAGMA synchronous = FULL; BEGIN IMMEDIATE" : "PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE"
    );
    for (const write of group) await attempt(database, write, done2, refused);
    for (const { name } of done2.keys()) probe?.reached(`before commit: ${name}`);
    database.exec("COMMIT");
    for (const { name } of done2.keys()) probe?.reached(`after commit: ${name}`);
  } catch (thrown) {
    if (database.isTransaction) database.exec("ROLLBACK");
    if (group.length === 1) return group[0].reject(refused.get(group[0]) ?? thrown);
    for (const write of group) await commitGroup2(database, [write], probe);
    return;
  }
  for (const [write, result] of done2) write.resolve(result);
  for (const [write, thrown] of refused) write.reject(thrown);
}
async function attempt(database, write, done2, refused) {
  database.exec("SAVEPOINT one");
  try {
    done2.set(write, await write.work());
    database.exec("RELEASE one");
  } catch (thrown) {
    done2.delete(write);
    refused.set(write, thrown);
    if (!database.isTransaction) throw thrown;
    database.exec("ROLLBACK TO one; RELEASE one");
  }
}
function createSqliteSql(database) {
  const prepared = /* @__PURE__ */ new Map();
  const prepare = (sql) => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = preparedOf(database.prepare(sql), sql);
      prepared.set(sql, statement);
    }
    return statement;
  };
  return {
    run: async (sql, ...values) => Number(prepare(sql).run(values).changes),
    async send(sql, ...values) {
      prepare(sql).run(values);
    },
    row: async (sql, ...values) => prepare(sql).get(values),
    rows: async (sql, ...values) => prepare(sql).all(values),
    listHas: (column) => `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ?)`
  };
}
function preparedOf(statement, sql) {
  if (!/\?\d/.test(sql))
    return {
      run: (values) => statement.run(...values),
      get: (values) => statement.get(...values),
      all: (values) => statement.all(...values)
    };
  const named = (values) => Object.fromEntries(values.map((value, index) => [`?${index + 1}`, value]));
  return {
    run: (values) => statement.run(named(values)),
    get: (values) => statement.get(named(values)),
    all: (values) => statement.all(named(values))
  };
}
function openSqliteStore({ path, probe }) {
  const database = open(path);
  migrate(database, path);
  const tables = createTransaction(createSqliteSql(database));
  const writer = createWriteQueue((group) => commitGroup2(database, group, probe));
  const reader = path === ":memory:" ? void 0 : createReader2(path);
  const write = (name, isDurable, work) => {
    const { promise, resolve: resolve3, reject } = Promise.withResolvers();
    writer.add({ name, isDurable, work: () => work(tables), resolve: resolve3, reject });
    return promise.catch((thrown) => {
      throw asStoreError2(name, thrown);
    });
  };
  return {
    write: (name, work) => write(name, true, work),
    writeApart: (name, work) => write(name, false, work),
    // A store in memory has one connection: its reads wait for their turn.
    read: (work) => reader ? reader.read(work) : write("read", false, work),
    async close() {
      await writer.settled();
      await reader?.close();
      if (database.isOpen) database.close();
    }
  };
}
function createReader2(path) {
  const database = new (process.getBuiltinModule("node:sqlite")).DatabaseSync(path, { readOnly: true, timeout: 5e3 });
  const tables = createTransaction(createSqliteSql(database));
  let queue = Promise.resolve();
  const run = async (work) => {
    database.exec("BEGIN DEFERRED");
    try {
      return await work(tables);
    } catch (thrown) {
      throw asStoreError2("read", thrown);
    } finally {
      if (database.isTransaction) database.exec("COMMIT");
    }
  };
  return {
    read(work) {
      const turn = queue.then(() => run(work));
      queue = turn.catch(() => void 0);
      return turn;
    },
    async close() {
      await queue;
      database.close();
    }
  };
}
function open(path) {
  try {
    if (path !== ":memory:") (0, import_node_fs2.closeSync)((0, import_node_fs2.openSync)(path, "a", 384));
    const database = new (process.getBuiltinModule("node:sqlite")).DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 5e3 });
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF");
    return database;
  } catch (cause) {
    throw failed(`${path} cannot be opened`, cause);
  }
}
function migrate(database, path) {
  const version = Number(database.prepare("PRAGMA user_version").get()["user_version"]);
  if (version > MIGRATIONS.length) {
    throw new import_cli5.SallyportError("STORE_FAILED", {
      message: `${path} has schema ${version}; this version of Sallyport knows schemas up to ${MIGRATIONS.length}`,
      help: "start the newer version that wrote it, or restore a backup made before the upgrade"
    });
  }
  if (version > 0 && version < MIGRATIONS.length) keepBefore(database, path, version);
  for (let from = version; from < MIGRATIONS.length; from++) {
    database.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[from]}; PRAGMA user_version = ${from + 1}; COMMIT`);
  }
}
function keepBefore(database, path, version) {
  const before = `${path}.schema-${version}`;
  if (path === ":memory:" || (0, import_node_fs2.existsSync)(before)) return;
  try {
    database.prepare("VACUUM INTO ?").run(before);
  } catch (cause) {
    throw failed(`no copy could be made before the schema changes, at ${before}`, cause);
  }
}
function asStoreError2(name, thrown) {
  return thrown instanceof Error && "errcode" in thrown ? failed(`the store refused "${name}"`, thrown) : thrown;
}
function failed(what, cause) {
  const code = cause instanceof Error && "errcode" in cause ? Number(cause.errcode) & 255 : 0;
  const conflict = code === 19;
  return new import_cli5.SallyportError(conflict ? "STORE_CONFLICT" : "STORE_FAILED", {
    message: `${what}: ${(0, import_cli5.messageOf)(cause)}`,
    cause
  });
}
async function openStore(location, probe) {
  const probed = probe ? { probe } : {};
  if (location.kind === "sqlite") return openSqliteStore({ path: location.path, ...probed });
  return openPostgresStore({ url: location.url, keepBefore: location.keepBefore, ...probed });
}
var KEY_LIST_LIFETIME = 365 * import_cli2.DAY;
async function initialise(options) {
  const { folder, operatorFolder, clock, random } = options;
  const pair = () => (0, import_chunk_BIEF65K5.ed25519KeyPair)(random.bytes(32));
  const root = pair();
  const admin = pair();
  const keys = { control: pair(), approval: pair(), vsa: pair(), log: pair(), relay: pair() };
  const content = {
    epoch: 1,
    sequence: 1,
    notBefore: (0, import_cli2.formatTimestamp)(clock.now()),
    notAfter: (0, import_cli2.formatTimestamp)((0, import_cli2.addMs)(clock.now(), KEY_LIST_LIFETIME)),
    keys: {
      control: keys.control.publicKey,
      approval: keys.approval.publicKey,
      vsa: keys.vsa.publicKey,
      log: keys.log.publicKey,
      relay: keys.relay.publicKey
    }
  };
  const keyList = (0, import_chunk_EA47D034.signKeyList)(content, root);
  const directory = { root: root.publicKey, admins: [admin.publicKey], keyList, keys };
  const rootKeyFile = (0, import_node_path6.join)(operatorFolder, "root.key");
  const adminKeyFile = (0, import_node_path6.join)(operatorFolder, "admin.key");
  const wasThere = await refuseOccupied(
    folder,
    "name a folder that is empty or absent; to start a coordinator that exists: sallyport coordinator serve"
  );
  if (options.environments) (0, import_environments_file_B169AE2E.parseEnvironments)(options.environments.text, options.environments.source);
  await undoUnlessDone(async (undo) => {
    await (0, import_chunk_2BC21E11.makePrivateFolder)(operatorFolder);
    await (0, import_chunk_2BC21E11.createFile)(rootKeyFile, (0, import_chunk_BIEF65K5.emitKeyFile)("root", root.privateKey), 384);
    undo.push(() => (0, (process.getBuiltinModule("node:fs/promises")).rm)(rootKeyFile));
    await (0, import_chunk_2BC21E11.createFile)(adminKeyFile, (0, import_chunk_BIEF65K5.emitKeyFile)("operator", admin.privateKey), 384);
    undo.push(() => (0, (process.getBuiltinModule("node:fs/promises")).rm)(adminKeyFile));
    undo.push(() => discardDataDirectory(folder, wasThere));
    await createDataDirectory(folder, directory);
    await fillStore(options, keyList.payload, (0, import_chunk_BIEF65K5.coordinatorIdOf)(root.publicKey));
    await markDataDirectory(folder, directory);
  });
  return {
    coordinatorId: (0, import_chunk_BIEF65K5.coordinatorIdOf)(root.publicKey),
    root: (0, import_chunk_BIEF65K5.formatPublicKey)("root", root.publicKey),
    rootKeyFile,
    adminKeyFile
  };
}
async function undoUnlessDone(act) {
  const undo = [];
  try {
    await act(undo);
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => void 0);
    throw error;
  }
}
async function fillStore({ folder, clock, environments, ...options }, payload, coordinatorId) {
  const location = options.store ?? { kind: "sqlite", path: storePath(folder) };
  const store = await openStore(location);
  try {
    await refuseFilledStore(store);
    await ownStore(store, coordinatorId);
    await keepStoreLocation(folder, location);
    await store.write("init", async (tx) => {
      const digest = (0, import_cli3.formatDigest)((0, import_cli3.sha256)((0, import_cli4.encodeUtf8)(payload)));
      const at = (0, import_cli2.formatTimestamp)(clock.now());
      await tx.log.append((0, import_chunk_8A5887D92.emitLogEntry)({ type: "key-list", version: 1, at, epoch: 1, sequence: 1, digest }));
      if (environments) {
        await registerEnvironments(tx, { ...environments, replaces: null, now: clock.now() });
      }
    });
  } finally {
    await store.close();
  }
}
async function refuseFilledStore(store) {
  if (await store.read((tx) => tx.log.size()) === 0) return;
  throw new import_cli5.SallyportError("DATA_DIRECTORY_INVALID", {
    message: "the store holds the log of a coordinator already",
    help: "name an empty database; nothing is ever written over"
  });
}
async function becomeOwnerOf(folder) {
  if (process.geteuid?.() !== 0) return;
  const owner = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(folder).catch((cause) => {
    if ((0, import_cli5.hasSystemCode)(cause, "ENOENT", "ENOTDIR")) return void 0;
    throw cause;
  });
  if (owner === void 0 || owner.uid === 0) return;
  process.setgroups?.([owner.gid]);
  process.setgid?.(owner.gid);
  process.setuid?.(owner.uid);
}
var NAME = "recovery";
var counts = (0, import_chunk_CF656EE42.record)((0, import_chunk_CF656EE42.string)(), (0, import_chunk_CF656EE42.int)().min(0));
var recoveryMark = (0, import_chunk_CF656EE42.strictObject)({
  since: import_chunk_EA47D0343.timestampText,
  /** Entries that the backup had. */
  restored: (0, import_chunk_CF656EE42.int)().min(0),
  /** What entries that were brought made effective again, and what a person must do again, by kind. */
  replayed: counts,
  open: counts
});
async function openRecovery(store) {
  const ask = () => store.read(async (tx) => await findMark(tx) !== void 0);
  let isOpen = await ask();
  return {
    async isOpen() {
      if (isOpen) isOpen = await ask();
      return isOpen;
    }
  };
}
async function beginRecovery(tx, now) {
  const since = (0, import_cli2.formatTimestamp)(now);
  await putMark(tx, { since, restored: await tx.log.size(), replayed: {}, open: {} });
}
async function findMark(tx) {
  const text2 = await tx.settings.find(NAME) ?? "";
  if (text2 === "") return void 0;
  const source = "the mark of the recovery in the store";
  return (0, import_cli.decode)(recoveryMark, (0, import_chunk_CF656EE4.parseStrictJson)(text2, { source, maxBytes: 64 * 1024 }), { source });
}
async function putMark(tx, mark) {
  await tx.settings.put(NAME, JSON.stringify(mark));
}
async function clearMark(tx) {
  await tx.settings.put(NAME, "");
}
async function refuseWhileRecovering({ isOpen }) {
  if (!await isOpen()) return;
  throw new RequestRefusal("recovering", {
    message: "this coordinator came back from a backup and asks its agents what it lacks; nothing is served before",
    help: "try again later; operations: sallyport recovery show"
  });
}
async function refuseRecoveringStore(store) {
  if (await store.read(findMark) === void 0) return;
  throw new import_cli5.SallyportError("STORE_FAILED", {
    message: "this coordinator came back from a backup: until its recovery has ended, an entry written to the log could fork it",
    help: "start it, and look at: sallyport recovery show"
  });
}
var VARIABLE = "SALLYPORT_STORE";
var MAX_URL_BYTES2 = 4096;
async function storeOf(call, folder) {
  return await chosenStore(call, folder) ?? storeLocationOf(folder);
}
async function chosenStore({ options, ports }, folder) {
  const { store } = options;
  if (store === void 0) {
    const url = ports.env[VARIABLE];
    return url === void 0 || url === "" ? void 0 : postgresAt(folder, url, VARIABLE);
  }
  if (/^postgres(?:ql)?:\/\//.test(store)) {
    refusePassword(store);
    return postgresAt(folder, store, "--store");
  }
  const path = (0, import_node_path7.resolve)(ports.cwd, store);
  return postgresAt(folder, (0, import_cli4.decodeUtf8)(await (0, import_chunk_2BC21E11.readFileBounded)(path, MAX_URL_BYTES2)).trim(), path);
}
async function withStore(call, folder, work) {
  const location = await storeOf(call, folder);
  await becomeOwnerOf(folder);
  const store = await openStore(location);
  try {
    await refuseRecoveringStore(store);
    return await work(store);
  } finally {
    await store.close();
  }
}
function refusePassword(url) {
  const parsed = URL.canParse(url) ? new URL(url) : void 0;
  if (!parsed || parsed.password === "" && !parsed.searchParams.has("password")) return;
  throw new import_cli5.SallyportError("USAGE", {
    message: "--store holds a password, which every user of this machine could read in the list of processes",
    help: `write the URL into a file of mode 0600 and name it: --store FILE; or set ${VARIABLE}, PGPASSWORD or PGPASSFILE`
  });
}
var DOMAIN = "mesh-domain";
var DEFAULT_DOMAIN = "sallyport.internal";
async function readMeshDomain(tx) {
  return await tx.settings.find(DOMAIN) ?? DEFAULT_DOMAIN;
}
async function writeMeshDomain(tx, domain) {
  await tx.settings.put(DOMAIN, domain);
}
function checkMeshDomain(domain) {
  if (!import_chunk_8A5887D93.meshDomain.safeParse(domain).success) {
    throw new import_cli5.SallyportError("USAGE", {
      message: `--mesh-domain ${JSON.stringify(domain)} is no domain in lower case`,
      help: "write one that you own, such as mesh.example.org, or sallyport.internal"
    });
  }
}
var PERSON_EVIDENCE = collection("person-node");
var MAP_LIFETIME = 10 * import_cli2.MINUTE;
var VERSION = "map-version";
async function nextMapVersion(tx) {
  return tx.settings.next(VERSION);
}
async function skipMapVersions(tx, count2) {
  await tx.settings.put(VERSION, String(await currentMapVersion(tx) + count2));
}
async function currentMapVersion(tx) {
  return Number(await tx.settings.find(VERSION) ?? 0);
}
async function makeSnapshot(tx, node, relays, now) {
  const edges = await tx.edges.listOf(node.id);
  const peers = await Promise.all(
    [...groupByPeer(node, edges)].map(([id, own]) => makePeer(tx, node, id, own))
  );
  return {
    kind: "snapshot",
    version: await currentMapVersion(tx),
    expiresAt: (0, import_cli2.formatTimestamp)(now + MAP_LIFETIME),
    self: await makeSelf(tx, node),
    peers: peers.filter((peer) => peer !== void 0),
    relays: [...relays]
  };
}
async function makeDelta(tx, node, since, now) {
  const changed = [];
  const removed = [];
  const groups = groupByPeer(node, await tx.edges.listOf(node.id, since));
  const peers = await Promise.all(
    [...groups].map(async ([id, edges]) => {
      const record2 = await tx.nodes.find(id);
      const touched = (record2?.changedVersion ?? 0) > since || edges.some((edge) => wasTouched(edge, since));
      if (!touched) return void 0;
      const standing = edges.filter(({ removedVersion }) => removedVersion === null);
      return { id, peer: await makePeer(tx, node, id, standing) };
    })
  );
  for (const touched of peers) {
    if (touched?.peer) changed.push(touched.peer);
    else if (touched) removed.push(touched.id);
  }
  const version = await currentMapVersion(tx);
  const expiresAt = (0, import_cli2.formatTimestamp)(now + MAP_LIFETIME);
  return { kind: "delta", since, version, expiresAt, changed, removed };
}
async function makeSelf(tx, node) {
  const lease = await tx.leases.find(node.id);
  return {
    id: node.id,
    kind: node.kind,
    name: node.name,
    domain: await readMeshDomain(tx),
    ipv4: node.ipv4,
    ipv6: node.ipv6,
    tags: [...node.tags],
    applications: [...node.applications],
    environment: environmentOf(node),
    lease: lease ? formatLease(lease) : null
  };
}
function environmentOf({ environment }) {
  return environment === "" ? null : environment;
}
function formatLease(lease) {
  return { start: (0, import_cli2.formatTimestamp)(lease.start), end: (0, import_cli2.formatTimestamp)(lease.end) };
}
function groupByPeer(node, edges) {
  const groups = /* @__PURE__ */ new Map();
  for (const edge of edges) {
    const peer = edge.source === node.id ? edge.target : edge.source;
    groups.set(peer, [...groups.get(peer) ?? [], edge]);
  }
  return groups;
}
async function makePeer(tx, self, id, edges) {
  const record2 = await tx.nodes.find(id);
  if (record2?.state !== "active" || edges.length === 0) return void 0;
  return {
    id: record2.id,
    kind: record2.kind,
    name: record2.name,
    wireguardKey: record2.wireguardKey,
    machineKey: record2.machineKey,
    ipv4: record2.ipv4,
    ipv6: record2.ipv6,
    endpoints: [...record2.endpoints],
    edges: await Promise.all(edges.map((edge) => makeEdge(tx, self, record2, edge)))
  };
}
async function makeEdge(tx, self, peer, edge) {
  const outward = edge.source === self.id;
  const source = outward ? self : peer;
  const isJudge = !outward && self.kind === "agent";
  const lease = await tx.leases.find(source.id);
  return {
    id: edge.id,
    direction: outward ? "out" : "in",
    ports: [...edge.ports],
    ranges: edge.ranges?.map((range) => ({ ...range })) ?? null,
    application: source.applications[0] ?? null,
    environment: environmentOf(source),
    approval: edge.approval,
    lease: lease ? formatLease(lease) : null,
    // The token goes to the agent that judges it, never back to a runner or to another node.
    token: isJudge && peer.kind === "runner" ? lease?.token ?? null : null,
    person: isJudge && peer.kind === "person" ? (await PERSON_EVIDENCE.find(tx, peer.id))?.value ?? null : null
  };
}
function wasTouched(edge, since) {
  return edge.addedVersion > since || (edge.removedVersion ?? 0) > since;
}
async function makeRelayToken(context, tx, node, map, last) {
  const now = context.clock.now();
  const relays = [...new Set(context.relays.current().map(({ url }) => (0, import_chunk_8A5887D9.relayNameOf)(new URL(url))))];
  const [keys, lease, environments] = await Promise.all([
    tx.edges.listPeerKeys(node.id),
    tx.leases.find(node.id),
    context.environments(tx)
  ]);
  if (relays.length === 0 || keys.length > import_chunk_8A5887D9.MAX_RELAY_PEERS || lease && lease.end <= now) return void 0;
  const given = {
    peers: (0, import_chunk_38EDD590.listPeers)(keys.map(import_cli4.decodeBase64url)).listing,
    relays: relays.join(" "),
    quotaBytes: (0, import_environments_file_B169AE2E.relayQuotaOf)(environments?.file),
    account: accountOf(node.id, lease, now),
    notAfter: Math.min(now + MAP_LIFETIME, lease?.end ?? Number.POSITIVE_INFINITY)
  };
  if (last && isStillGood(last, given, now)) return void 0;
  const { identity } = context;
  const token = (0, import_chunk_8A5887D9.signRelayToken)(
    {
      version: 1,
      coordinator: identity.coordinatorId,
      relays,
      node: node.wireguardKey,
      map,
      notBefore: (0, import_cli2.formatTimestamp)(now),
      notAfter: (0, import_cli2.formatTimestamp)(given.notAfter),
      account: given.account,
      quotaBytes: given.quotaBytes,
      peers: (0, import_chunk_8A5887D9.emitPeerListing)(given.peers)
    },
    identity.keys.relay
  );
  const keyList = last ? null : identity.keyListEnvelope;
  return { given, frame: { kind: "relay-token", token, keyList } };
}
function accountOf(nodeId, lease, now) {
  return `${nodeId}/${lease ? (0, import_cli2.formatTimestamp)(lease.start) : Math.floor(now / import_cli2.HOUR)}`;
}
function isStillGood(last, next, now) {
  const isSame = (0, import_chunk_38EDD590.isSameListing)(last.peers, next.peers) && last.relays === next.relays && last.quotaBytes === next.quotaBytes && last.account === next.account;
  return isSame && (last.notAfter === next.notAfter || last.notAfter - now > MAP_LIFETIME / 2 + 1);
}
async function distribute(context, nodeIds) {
  const touched = new Set(nodeIds);
  for (const key of await keysOfGone(context, touched)) context.relay.expel(key);
  const sessions = [...touched].map((nodeId) => context.sessions.find(nodeId)).filter((found) => !!found);
  await Promise.all(sessions.map((session) => sendDelta(context, session, "news")));
}
async function renewMaps(context) {
  const { sessions } = context;
  for (const session of sessions.list()) await sendDelta(context, session, "renewal");
}
async function sendDelta(context, session, purpose) {
  await session.turn(
    () => context.store.read(async (tx) => {
      const node = await tx.nodes.find(session.nodeId);
      if (node?.state !== "active") return session.end(reasonOf(node));
      const delta = await makeDelta(tx, node, session.sentVersion, context.clock.now());
      const isKnown = delta.version === session.sentVersion;
      if (isKnown && purpose === "news") return;
      session.sentVersion = delta.version;
      session.send(delta);
      await sendRelayToken(context, tx, session, node);
    })
  );
}
async function sendSnapshots(context) {
  for (const session of context.sessions.list()) {
    await session.turn(
      () => context.store.read(async (tx) => {
        const node = await tx.nodes.find(session.nodeId);
        if (node?.state !== "active") return;
        const frame = await makeSnapshot(tx, node, context.relays.current(), context.clock.now());
        session.sentVersion = frame.version;
        session.send(frame);
        await sendRelayToken(context, tx, session, node);
      })
    );
  }
}
async function sendRelayToken(context, tx, session, node) {
  if (!session.wantsRelay) return;
  const made = await makeRelayToken(context, tx, node, session.sentVersion, session.relayToken);
  if (!made) return;
  session.relayToken = made.given;
  session.send(made.frame);
}
async function keysOfGone({ store }, nodeIds) {
  const nodes = await store.read((tx) => Promise.all([...nodeIds].map((id) => tx.nodes.find(id))));
  return nodes.filter((node) => node && node.state !== "active").map((node) => (0, import_cli4.encodeBase64)((0, import_cli4.decodeBase64url)(node.wireguardKey)));
}
var REASONS = {
  suspended: "suspended",
  revoked: "revoked",
  left: "left",
  ended: "lease-ended"
};
function reasonOf(node) {
  return node === void 0 || node.state === "active" ? "revoked" : REASONS[node.state];
}
var NAME2 = "earlier-key-lists";
var KEPT = 16;
var MAX_BYTES = 512 * 1024;
async function keepKeyList(tx, envelope) {
  const kept = await readAll(tx);
  await tx.settings.put(NAME2, JSON.stringify([...kept, envelope].slice(-KEPT)));
}
async function readEarlierLogKeys(tx, root) {
  const kept = await readAll(tx);
  return kept.map((envelope) => (0, import_chunk_EA47D034.verifyKeyList)(envelope, root).keys.log).reverse();
}
async function readAll(tx) {
  const text2 = await tx.settings.find(NAME2);
  if (text2 === void 0) return [];
  const source = "the earlier key lists in the store";
  return (0, import_cli.decode)(import_chunk_EA47D0342.envelopeSchema.array(), (0, import_chunk_CF656EE4.parseStrictJson)(text2, { source, maxBytes: MAX_BYTES }), { source });
}
var ADDRESS_REST = import_cli2.HOUR;
var STATES = {
  left: "left",
  "lease-ended": "ended",
  "session-ended": "ended",
  revoked: "revoked"
};
async function endNode(context, nodeId, end) {
  const peers = await context.store.write(
    `end node: ${end}`,
    (tx) => writeNodeEnd(tx, nodeId, end, context.clock.now())
  );
  context.sessions.find(nodeId)?.end(end);
  await context.log.integrate();
  await distribute(context, [nodeId, ...peers]);
}
async function announceEnds(context, { ended, touched }, reason) {
  for (const id of ended) context.sessions.find(id)?.end(reason);
  await context.log.integrate();
  await distribute(context, touched);
}
async function suspendNode(context, nodeId) {
  await changeState(context, nodeId, "active", "suspended");
}
async function resumeNode(context, nodeId) {
  await changeState(context, nodeId, "suspended", "active");
}
async function endExpiredLeases(context) {
  const now = context.clock.now();
  const expired = await context.store.read((tx) => tx.leases.listEnded(now));
  const ended = /* @__PURE__ */ new Set([...expired.map(({ nodeId }) => nodeId), ...context.leaseWatch.due()]);
  for (const nodeId of ended) {
    try {
      await endNode(context, nodeId, "lease-ended");
    } catch (thrown) {
      if (!(thrown instanceof RequestRefusal)) throw thrown;
    }
  }
  return ended.size;
}
async function watchLeases({ store, leaseWatch }) {
  leaseWatch.note(await store.read((tx) => tx.leases.listEnded(Number.MAX_SAFE_INTEGER)));
}
async function writeNodeEnds(tx, nodeIds, end, now) {
  const touched = new Set(nodeIds);
  for (const id of nodeIds) for (const peer of await writeNodeEnd(tx, id, end, now)) touched.add(peer);
  return { ended: nodeIds, touched };
}
async function writeNodeEnd(tx, nodeId, end, now) {
  const node = await findLive(tx, nodeId);
  const peers = await removeNode(tx, node, end, now);
  const at = (0, import_cli2.formatTimestamp)(now);
  await tx.log.append((0, import_chunk_8A5887D92.emitLogEntry)({ type: "node-end", version: 1, at, node: node.id, reason: end }));
  return peers;
}
async function removeNode(tx, { id, kind }, end, now) {
  const lease = await tx.leases.find(id);
  const version = await nextMapVersion(tx);
  await tx.nodes.change(id, version, { state: STATES[end] });
  if (kind !== "person" || end === "revoked")
    await tx.nodes.releaseAddress(id, Math.max(lease?.end ?? now, now) + ADDRESS_REST);
  const edges = await tx.edges.removeOf(id, version);
  return edges.map(({ source, target }) => source === id ? target : source);
}
async function changeState(context, nodeId, from, to) {
  const peers = await context.store.write(`node: ${to}`, async (tx) => {
    const node = await findLive(tx, nodeId);
    if (node.state !== from) return [];
    await tx.nodes.change(nodeId, await nextMapVersion(tx), { state: to });
    const at = (0, import_cli2.formatTimestamp)(context.clock.now());
    const type = to === "suspended" ? "node-suspended" : "node-resumed";
    await tx.log.append((0, import_chunk_8A5887D92.emitLogEntry)({ type, version: 1, at, node: nodeId }));
    const edges = await tx.edges.listOf(nodeId);
    return edges.map(({ source, target }) => source === nodeId ? target : source);
  });
  const reason = "suspended";
  if (to === "suspended") context.sessions.find(nodeId)?.end(reason);
  await context.log.integrate();
  await distribute(context, [nodeId, ...peers]);
}
async function findLive(tx, nodeId) {
  const node = await tx.nodes.find(nodeId);
  if (node && (node.state === "active" || node.state === "suspended")) return node;
  throw new RequestRefusal("not-found", { message: `there is no node ${nodeId}` });
}
var MAP_VERSIONS_LOST = 1e9;
async function endRecovery(context, why) {
  const { store, log, clock, diagnostics } = context;
  const voided = await store.write("recovery end", async (tx) => {
    if (await findMark(tx) === void 0) {
      throw new RequestRefusal("not-found", { message: "this coordinator is not recovering" });
    }
    return voidWhatWasHandedOut(tx, clock.now());
  });
  await log.integrate();
  diagnostics.log("warn", "the recovery has ended: the coordinator serves", { why, ...voided });
  return voided;
}
async function voidWhatWasHandedOut(tx, now) {
  await tx.documents.clear("recovery-report");
  await clearMark(tx);
  const secrets = await tx.enrolments.voidUnused(now);
  for (const kind of ["session", "login"]) await tx.documents.clear(kind);
  const leases = await tx.leases.listEnded(Number.MAX_SAFE_INTEGER);
  for (const { nodeId } of leases) await writeNodeEnd(tx, nodeId, "lease-ended", now);
  await skipMapVersions(tx, MAP_VERSIONS_LOST);
  const size = await tx.log.size();
  await tx.log.append((0, import_chunk_8A5887D92.emitLogEntry)({ type: "restored", version: 1, at: (0, import_cli2.formatTimestamp)(now), size }));
  return { secrets, leases: leases.length };
}
var CLEARANCE_FILE = "clearance";
var MAX_TILE_BYTES = 256 * (65535 + 2);
var TILE = /^tile\/(?:\d{1,2}|entries)\/(?:x\d{3}\/){0,5}\d{3}(?:\.p\/(?:[1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]))?$/;
async function serveLogFile(folder, path, follow) {
  const name = path.slice("/log/".length);
  const isCheckpoint = name === "checkpoint";
  const read2 = () => (0, import_chunk_2BC21E11.readFileIfThere)((0, import_node_path8.join)(folder, name), MAX_TILE_BYTES);
  const isOfLog = isCheckpoint || name === CLEARANCE_FILE || TILE.test(name);
  if (isCheckpoint) await follow?.();
  let bytes2 = isOfLog ? await read2() : void 0;
  if (!bytes2 && isOfLog && follow) {
    await follow();
    bytes2 = await read2();
  }
  if (!bytes2) throw new RequestRefusal("not-found", { message: "the log has no such file" });
  return new Response(Buffer.from(bytes2), {
    headers: {
      "content-type": isCheckpoint ? "text/plain; charset=utf-8" : "application/octet-stream",
      "cache-control": TILE.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
      "x-content-type-options": "nosniff"
    }
  });
}
var MAX_DEVICES = 16;
var SLOTS = collection("person-slot");
async function takeSlot(tx, account, device) {
  const { name, node, now } = device;
  const group = personIdOf(account);
  const slots = await SLOTS.list(tx, group);
  const idle = await filterIdle(tx, slots);
  const own = idle.find(({ value }) => value.name === name);
  const next = { name, node, usedAt: now };
  if (!own && slots.length < MAX_DEVICES) {
    await SLOTS.insert(tx, { id: `${group}/${slots.length + 1}`, group, value: next, now });
    return void 0;
  }
  const slot = own ?? [...idle].sort((a, b) => a.value.usedAt - b.value.usedAt)[0];
  if (!slot) {
    throw new RequestRefusal("too-many", {
      message: `you have ${MAX_DEVICES} nodes in the mesh already`,
      help: "end one of them, or all of a session: sallyport sessions end"
    });
  }
  await SLOTS.change(tx, slot.id, () => next);
  return inheritAddress(tx, slot.value.node);
}
async function dropSlots(tx, account, freeAt) {
  const slots = await SLOTS.list(tx, personIdOf(account));
  for (const { id, value } of slots) {
    await tx.nodes.releaseAddress(value.node, freeAt);
    await SLOTS.remove(tx, id);
  }
  return slots.length;
}
async function filterIdle(tx, slots) {
  const idle = [];
  for (const slot of slots) {
    const state = (await tx.nodes.find(slot.value.node))?.state;
    if (state !== "active" && state !== "suspended") idle.push(slot);
  }
  return idle;
}
async function inheritAddress(tx, nodeId) {
  const before = await tx.nodes.find(nodeId);
  if (!before || before.state === "revoked" || !await tx.nodes.giveUpAddress(nodeId)) return void 0;
  return { ipv4: before.ipv4, ipv6: before.ipv6 };
}
var REPORTS = /* @__PURE__ */ new Set([
  "admission",
  "person-node",
  "policy-push",
  "refusal",
  "refusals",
  "enrolment-secret",
  "receipt",
  "login",
  "login-refused",
  "logout",
  "session-end",
  "vote",
  "vote-refused",
  "restored"
]);
async function replayLog(store, newerLog, identity) {
  const stored = await store.read((tx) => tx.log.checkpoint());
  const entries = [];
  const { checkpoint, note } = await (0, import_chunk_439F88D8.verifyLog)(
    { read: (path, maxBytes) => (0, import_chunk_2BC21E11.readFileIfThere)((0, import_node_path9.join)(newerLog, path), maxBytes) },
    {
      identity,
      ...stored ? { earlier: stored.note } : {},
      describeEntry(bytes2) {
        entries.push(bytes2);
        return (0, import_chunk_8A5887D92.parseLogEntry)(bytes2).type;
      }
    }
  );
  return store.write("replay", async (tx) => {
    const known = await tx.log.list(0, Number.MAX_SAFE_INTEGER);
    refuseOtherHistory(known, entries);
    const done2 = await appendAndReplay(tx, entries.slice(known.length));
    await tx.log.replaceCheckpoint(stored?.size ?? null, { size: checkpoint.size, note });
    return done2;
  });
}
async function appendAndReplay(tx, missing) {
  const done2 = { fetched: missing.length, replayed: {}, open: {} };
  for (const bytes2 of missing) {
    await tx.log.append(bytes2);
    const entry = (0, import_chunk_8A5887D92.parseLogEntry)(bytes2);
    const list2 = await replay(tx, entry) ? done2.replayed : REPORTS.has(entry.type) ? {} : done2.open;
    count(list2, entry.type);
  }
  return done2;
}
async function replay(tx, entry) {
  switch (entry.type) {
    case "approval-revoked":
      await tx.submissions.revoke(entry.approval, (0, import_cli2.parseTimestamp)(entry.at));
      return true;
    case "node-end": {
      const node = await tx.nodes.find(entry.node);
      if (node?.state === "active" || node?.state === "suspended")
        await removeNode(tx, node, entry.reason, (0, import_cli2.parseTimestamp)(entry.at));
      return true;
    }
    case "node-suspended":
    case "node-resumed": {
      const node = await tx.nodes.find(entry.node);
      const state = entry.type === "node-suspended" ? "suspended" : "active";
      const isThere = node?.state === "active" || node?.state === "suspended";
      if (isThere) await tx.nodes.change(node.id, await nextMapVersion(tx), { state });
      return isThere;
    }
    case "person-forgotten": {
      const account = entry.person === null ? void 0 : await findByPseudonym(tx, entry.person);
      if (account) {
        await forgetPerson(tx, account);
        await dropGrant(tx, account);
        await dropSlots(tx, account, (0, import_cli2.parseTimestamp)(entry.at));
      }
      return true;
    }
    case "approval": {
      const name = `sequence/${entry.application}/${entry.environment}`;
      const last = Number(await tx.settings.find(name) ?? 0);
      if (entry.sequence > last) await tx.settings.put(name, String(entry.sequence));
      return true;
    }
    default:
      return false;
  }
}
function refuseOtherHistory(known, entries) {
  const at = known.findIndex((bytes2, index) => index < entries.length && !(0, import_cli4.equalBytes)(bytes2, entries[index]));
  if (at < 0 && known.length <= entries.length) return;
  throw new import_cli5.SallyportError("LOG_INCONSISTENT", {
    message: at < 0 ? `the newer log has ${entries.length} entries, and the backup ${known.length}` : `entry ${at} of the newer log is another than the backup's`,
    help: "name the newest copy of the log of this coordinator, or restore without it"
  });
}
function count(list2, kind) {
  list2[kind] = (list2[kind] ?? 0) + 1;
}
var EMPTY_FRONTIER = { size: 0, whole: /* @__PURE__ */ new Map(), open: [] };
async function recoverFrontier(tiles, size) {
  if (size === 0) return EMPTY_FRONTIER;
  const whole = /* @__PURE__ */ new Map();
  for (const node of (0, import_chunk_439F88D82.rangeNodes)({ start: 0, end: size })) {
    whole.set(keyOf(node), await tiles.readNode(node, size));
  }
  const open2 = [];
  for (let level = 0; size >= import_chunk_439F88D82.TILE_WIDTH ** level; level++) {
    const count2 = Math.floor(size / import_chunk_439F88D82.TILE_WIDTH ** level);
    const width = count2 % import_chunk_439F88D82.TILE_WIDTH;
    const index = Math.floor(count2 / import_chunk_439F88D82.TILE_WIDTH);
    open2.push(width === 0 ? [] : await tiles.readHashes({ level, index, width }));
  }
  return { size, whole, open: open2 };
}
function growFrontier(frontier, leaves) {
  const known = new Map(frontier.whole);
  const open2 = frontier.open.map((hashes) => [...hashes]);
  const tiles = [];
  const touched = /* @__PURE__ */ new Set();
  let { size } = frontier;
  for (const leaf of leaves) {
    for (const { node, hash } of (0, import_chunk_439F88D82.completedNodes)(size, leaf, (wanted) => known.get(keyOf(wanted)))) {
      known.set(keyOf(node), hash);
      if (node.level % 8 === 0) addToTile({ open: open2, tiles, touched }, node, hash);
    }
    size++;
  }
  for (const level of touched) {
    const hashes = open2[level];
    if (hashes.length === 0) continue;
    const count2 = Math.floor(size / import_chunk_439F88D82.TILE_WIDTH ** level);
    tiles.push({
      tile: { level, index: Math.floor(count2 / import_chunk_439F88D82.TILE_WIDTH), width: hashes.length },
      hashes: [...hashes]
    });
  }
  return { frontier: { size, whole: pick(known, size), open: open2 }, tiles };
}
function addToTile({ open: open2, tiles, touched }, node, hash) {
  const level = node.level / 8;
  open2[level] ??= [];
  const hashes = open2[level];
  hashes.push(hash);
  touched.add(level);
  if (hashes.length < import_chunk_439F88D82.TILE_WIDTH) return;
  const index = Math.floor(node.index / import_chunk_439F88D82.TILE_WIDTH);
  tiles.push({ tile: { level, index, width: import_chunk_439F88D82.TILE_WIDTH }, hashes: [...hashes] });
  hashes.length = 0;
}
function pick(known, size) {
  return new Map(
    (0, import_chunk_439F88D82.rangeNodes)({ start: 0, end: size }).map((node) => {
      const hash = known.get(keyOf(node));
      if (!hash) throw new Error(`node ${keyOf(node)} was not kept`);
      return [keyOf(node), hash];
    })
  );
}
function keyOf({ level, index }) {
  return `${level}/${index}`;
}
function createTileFolder(folder) {
  const write = async (tile, content) => {
    const path = (0, import_node_path10.join)(folder, (0, import_chunk_439F88D82.tilePath)(tile));
    await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)((0, import_node_path10.dirname)(path), { recursive: true });
    await (0, import_chunk_2BC21E11.replaceFile)(path, content, 420);
    if (tile.width === import_chunk_439F88D82.TILE_WIDTH) await (0, (process.getBuiltinModule("node:fs/promises")).rm)(`${path}.p`, { recursive: true, force: true });
  };
  return {
    async writeHashes(tiles) {
      for (const { tile, hashes } of tiles) await write(tile, (0, import_chunk_439F88D82.emitTile)(hashes));
    },
    async writeBundles(start, entries) {
      for (let at = 0; at < entries.length; at += import_chunk_439F88D82.TILE_WIDTH) {
        const bundle = entries.slice(at, at + import_chunk_439F88D82.TILE_WIDTH);
        const index = (start + at) / import_chunk_439F88D82.TILE_WIDTH;
        await write({ level: "entries", index, width: bundle.length }, (0, import_chunk_439F88D82.emitEntryBundle)(bundle));
      }
    },
    writeCheckpoint: (note) => (0, import_chunk_2BC21E11.replaceFile)((0, import_node_path10.join)(folder, "checkpoint"), note, 420),
    async readCheckpoint() {
      const bytes2 = await (0, import_chunk_2BC21E11.readFileIfThere)((0, import_node_path10.join)(folder, "checkpoint"), import_chunk_439F88D82.MAX_NOTE_BYTES);
      return bytes2 && Buffer.from(bytes2).toString("utf8");
    },
    readHashes: async (tile) => (0, import_chunk_439F88D82.parseTile)(await read(folder, tile), tile.width),
    async readNode(node, size) {
      return (0, import_chunk_439F88D82.nodeFromTile)(node, await read(folder, (0, import_chunk_439F88D82.tileOfNode)(node, size)));
    }
  };
}
async function read(folder, tile) {
  for (const width of [tile.width, import_chunk_439F88D82.TILE_WIDTH]) {
    const path = (0, import_node_path10.join)(folder, (0, import_chunk_439F88D82.tilePath)({ ...tile, width }));
    const bytes2 = await (0, import_chunk_2BC21E11.readFileIfThere)(path, import_chunk_439F88D82.TILE_WIDTH * import_chunk_439F88D82.HASH_BYTES);
    if (bytes2) return bytes2.subarray(0, tile.width * import_chunk_439F88D82.HASH_BYTES);
  }
  throw new import_cli5.SallyportError("LOG_INCONSISTENT", {
    message: `the log's file ${(0, import_chunk_439F88D82.tilePath)(tile)} is missing`,
    help: "restore the log folder from the backup that the store is from"
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_A5BHWNUW
});
