"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  chunk_3KEYJEYD: () => chunk_3KEYJEYD_exports,
  chunk_7UF6RGKQ: () => chunk_7UF6RGKQ_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_cli2 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_7UF6RGKQ_exports = {};
__export2(chunk_7UF6RGKQ_exports, {
  eachLine: () => eachLine,
  readYaml: () => readYaml,
  readYamlDocuments: () => readYamlDocuments,
  readYamlMembers: () => readYamlMembers
});
var chunk_3KEYJEYD_exports = {};
__export2(chunk_3KEYJEYD_exports, {
  Graph: () => Graph,
  JsonReader: () => JsonReader,
  JsonSyntaxError: () => JsonSyntaxError,
  MAX_DOCUMENT_DEPTH: () => MAX_DOCUMENT_DEPTH,
  MAX_PROBLEMS: () => MAX_PROBLEMS,
  childOf: () => childOf,
  childText: () => childText,
  childrenOf: () => childrenOf,
  elementsOf: () => elementsOf,
  isTrue: () => isTrue,
  isWhole: () => isWhole,
  mapOf: () => mapOf,
  memberOf: () => memberOf,
  membersOf: () => membersOf,
  readJson: () => readJson,
  readJsonWithComments: () => readJsonWithComments,
  readXmlTree: () => readXmlTree,
  tablesOf: () => tablesOf,
  textOf: () => textOf,
  textsOf: () => textsOf
});
var require_ed5 = (0, import_cli2.__commonJS)({
  "node_modules/xmlchars/xml/1.0/ed5.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.CHAR = "	\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}";
    exports2.S = " 	\r\n";
    exports2.NAME_START_CHAR = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports2.NAME_CHAR = "-" + exports2.NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports2.CHAR_RE = new RegExp("^[" + exports2.CHAR + "]$", "u");
    exports2.S_RE = new RegExp("^[" + exports2.S + "]+$", "u");
    exports2.NAME_START_CHAR_RE = new RegExp("^[" + exports2.NAME_START_CHAR + "]$", "u");
    exports2.NAME_CHAR_RE = new RegExp("^[" + exports2.NAME_CHAR + "]$", "u");
    exports2.NAME_RE = new RegExp("^[" + exports2.NAME_START_CHAR + "][" + exports2.NAME_CHAR + "]*$", "u");
    exports2.NMTOKEN_RE = new RegExp("^[" + exports2.NAME_CHAR + "]+$", "u");
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE = 32;
    exports2.S_LIST = [SPACE, NL, CR, TAB];
    function isChar(c) {
      return c >= SPACE && c <= 55295 || c === NL || c === CR || c === TAB || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports2.isChar = isChar;
    function isS(c) {
      return c === SPACE || c === NL || c === CR || c === TAB;
    }
    exports2.isS = isS;
    function isNameStartChar(c) {
      return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports2.isNameStartChar = isNameStartChar;
    function isNameChar(c) {
      return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
    }
    exports2.isNameChar = isNameChar;
  }
});
var require_ed2 = (0, import_cli2.__commonJS)({
  "node_modules/xmlchars/xml/1.1/ed2.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.CHAR = "-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}";
    exports2.RESTRICTED_CHAR = "-\b\v\f-\x7F-\x84\x86-\x9F";
    exports2.S = " 	\r\n";
    exports2.NAME_START_CHAR = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports2.NAME_CHAR = "-" + exports2.NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports2.CHAR_RE = new RegExp("^[" + exports2.CHAR + "]$", "u");
    exports2.RESTRICTED_CHAR_RE = new RegExp("^[" + exports2.RESTRICTED_CHAR + "]$", "u");
    exports2.S_RE = new RegExp("^[" + exports2.S + "]+$", "u");
    exports2.NAME_START_CHAR_RE = new RegExp("^[" + exports2.NAME_START_CHAR + "]$", "u");
    exports2.NAME_CHAR_RE = new RegExp("^[" + exports2.NAME_CHAR + "]$", "u");
    exports2.NAME_RE = new RegExp("^[" + exports2.NAME_START_CHAR + "][" + exports2.NAME_CHAR + "]*$", "u");
    exports2.NMTOKEN_RE = new RegExp("^[" + exports2.NAME_CHAR + "]+$", "u");
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE = 32;
    exports2.S_LIST = [SPACE, NL, CR, TAB];
    function isChar(c) {
      return c >= 1 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports2.isChar = isChar;
    function isRestrictedChar(c) {
      return c >= 1 && c <= 8 || c === 11 || c === 12 || c >= 14 && c <= 31 || c >= 127 && c <= 132 || c >= 134 && c <= 159;
    }
    exports2.isRestrictedChar = isRestrictedChar;
    function isCharAndNotRestricted(c) {
      return c === 9 || c === 10 || c === 13 || c > 31 && c < 127 || c === 133 || c > 159 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports2.isCharAndNotRestricted = isCharAndNotRestricted;
    function isS(c) {
      return c === SPACE || c === NL || c === CR || c === TAB;
    }
    exports2.isS = isS;
    function isNameStartChar(c) {
      return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports2.isNameStartChar = isNameStartChar;
    function isNameChar(c) {
      return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
    }
    exports2.isNameChar = isNameChar;
  }
});
var require_ed3 = (0, import_cli2.__commonJS)({
  "node_modules/xmlchars/xmlns/1.0/ed3.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.NC_NAME_START_CHAR = "A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports2.NC_NAME_CHAR = "-" + exports2.NC_NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports2.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports2.NC_NAME_START_CHAR + "]$", "u");
    exports2.NC_NAME_CHAR_RE = new RegExp("^[" + exports2.NC_NAME_CHAR + "]$", "u");
    exports2.NC_NAME_RE = new RegExp("^[" + exports2.NC_NAME_START_CHAR + "][" + exports2.NC_NAME_CHAR + "]*$", "u");
    function isNCNameStartChar(c) {
      return c >= 65 && c <= 90 || c === 95 || c >= 97 && c <= 122 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8204 && c <= 8205 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports2.isNCNameStartChar = isNCNameStartChar;
    function isNCNameChar(c) {
      return isNCNameStartChar(c) || (c === 45 || c === 46 || c >= 48 && c <= 57 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256);
    }
    exports2.isNCNameChar = isNCNameChar;
  }
});
var require_saxes = (0, import_cli2.__commonJS)({
  "node_modules/saxes/saxes.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.SaxesParser = exports2.EVENTS = void 0;
    var ed5 = require_ed5();
    var ed2 = require_ed2();
    var NSed3 = require_ed3();
    var isS = ed5.isS;
    var isChar10 = ed5.isChar;
    var isNameStartChar = ed5.isNameStartChar;
    var isNameChar = ed5.isNameChar;
    var S_LIST = ed5.S_LIST;
    var NAME_RE = ed5.NAME_RE;
    var isChar11 = ed2.isChar;
    var isNCNameStartChar = NSed3.isNCNameStartChar;
    var isNCNameChar = NSed3.isNCNameChar;
    var NC_NAME_RE = NSed3.NC_NAME_RE;
    var XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
    var XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
    var rootNS = {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
      __proto__: null,
      xml: XML_NAMESPACE,
      xmlns: XMLNS_NAMESPACE
    };
    var XML_ENTITIES = {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
      __proto__: null,
      amp: "&",
      gt: ">",
      lt: "<",
      quot: '"',
      apos: "'"
    };
    var EOC = -1;
    var NL_LIKE = -2;
    var S_BEGIN = 0;
    var S_BEGIN_WHITESPACE = 1;
    var S_DOCTYPE = 2;
    var S_DOCTYPE_QUOTE = 3;
    var S_DTD = 4;
    var S_DTD_QUOTED = 5;
    var S_DTD_OPEN_WAKA = 6;
    var S_DTD_OPEN_WAKA_BANG = 7;
    var S_DTD_COMMENT = 8;
    var S_DTD_COMMENT_ENDING = 9;
    var S_DTD_COMMENT_ENDED = 10;
    var S_DTD_PI = 11;
    var S_DTD_PI_ENDING = 12;
    var S_TEXT = 13;
    var S_ENTITY = 14;
    var S_OPEN_WAKA = 15;
    var S_OPEN_WAKA_BANG = 16;
    var S_COMMENT = 17;
    var S_COMMENT_ENDING = 18;
    var S_COMMENT_ENDED = 19;
    var S_CDATA = 20;
    var S_CDATA_ENDING = 21;
    var S_CDATA_ENDING_2 = 22;
    var S_PI_FIRST_CHAR = 23;
    var S_PI_REST = 24;
    var S_PI_BODY = 25;
    var S_PI_ENDING = 26;
    var S_XML_DECL_NAME_START = 27;
    var S_XML_DECL_NAME = 28;
    var S_XML_DECL_EQ = 29;
    var S_XML_DECL_VALUE_START = 30;
    var S_XML_DECL_VALUE = 31;
    var S_XML_DECL_SEPARATOR = 32;
    var S_XML_DECL_ENDING = 33;
    var S_OPEN_TAG = 34;
    var S_OPEN_TAG_SLASH = 35;
    var S_ATTRIB = 36;
    var S_ATTRIB_NAME = 37;
    var S_ATTRIB_NAME_SAW_WHITE = 38;
    var S_ATTRIB_VALUE = 39;
    var S_ATTRIB_VALUE_QUOTED = 40;
    var S_ATTRIB_VALUE_CLOSED = 41;
    var S_ATTRIB_VALUE_UNQUOTED = 42;
    var S_CLOSE_TAG = 43;
    var S_CLOSE_TAG_SAW_WHITE = 44;
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE = 32;
    var BANG = 33;
    var DQUOTE = 34;
    var AMP = 38;
    var SQUOTE = 39;
    var MINUS = 45;
    var FORWARD_SLASH = 47;
    var SEMICOLON = 59;
    var LESS = 60;
    var EQUAL = 61;
    var GREATER = 62;
    var QUESTION = 63;
    var OPEN_BRACKET2 = 91;
    var CLOSE_BRACKET2 = 93;
    var NEL = 133;
    var LS = 8232;
    var isQuote = (c) => c === DQUOTE || c === SQUOTE;
    var QUOTES = [DQUOTE, SQUOTE];
    var DOCTYPE_TERMINATOR = [...QUOTES, OPEN_BRACKET2, GREATER];
    var DTD_TERMINATOR = [...QUOTES, LESS, CLOSE_BRACKET2];
    var XML_DECL_NAME_TERMINATOR = [EQUAL, QUESTION, ...S_LIST];
    var ATTRIB_VALUE_UNQUOTED_TERMINATOR = [...S_LIST, GREATER, AMP, LESS];
    function nsPairCheck(parser, prefix, uri) {
      switch (prefix) {
        case "xml":
          if (uri !== XML_NAMESPACE) {
            parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
          }
          break;
        case "xmlns":
          if (uri !== XMLNS_NAMESPACE) {
            parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
          }
          break;
        default:
      }
      switch (uri) {
        case XMLNS_NAMESPACE:
          parser.fail(prefix === "" ? `the default namespace may not be set to ${uri}.` : `may not assign a prefix (even "xmlns") to the URI ${XMLNS_NAMESPACE}.`);
          break;
        case XML_NAMESPACE:
          switch (prefix) {
            case "xml":
              break;
            case "":
              parser.fail(`the default namespace may not be set to ${uri}.`);
              break;
            default:
              parser.fail("may not assign the xml namespace to another prefix.");
          }
          break;
        default:
      }
    }
    function nsMappingCheck(parser, mapping) {
      for (const local of Object.keys(mapping)) {
        nsPairCheck(parser, local, mapping[local]);
      }
    }
    var isNCName = (name) => NC_NAME_RE.test(name);
    var isName = (name) => NAME_RE.test(name);
    var FORBIDDEN_START = 0;
    var FORBIDDEN_BRACKET = 1;
    var FORBIDDEN_BRACKET_BRACKET = 2;
    exports2.EVENTS = [
      "xmldecl",
      "text",
      "processinginstruction",
      "doctype",
      "comment",
      "opentagstart",
      "attribute",
      "opentag",
      "closetag",
      "cdata",
      "error",
      "end",
      "ready"
    ];
    var EVENT_NAME_TO_HANDLER_NAME = {
      xmldecl: "xmldeclHandler",
      text: "textHandler",
      processinginstruction: "piHandler",
      doctype: "doctypeHandler",
      comment: "commentHandler",
      opentagstart: "openTagStartHandler",
      attribute: "attributeHandler",
      opentag: "openTagHandler",
      closetag: "closeTagHandler",
      cdata: "cdataHandler",
      error: "errorHandler",
      end: "endHandler",
      ready: "readyHandler"
    };
    var SaxesParser2 = class {
      /**
       * @param opt The parser options.
       */
      constructor(opt) {
        this.opt = opt !== null && opt !== void 0 ? opt : {};
        this.fragmentOpt = !!this.opt.fragment;
        const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
        this.trackPosition = this.opt.position !== false;
        this.fileName = this.opt.fileName;
        if (xmlnsOpt) {
          this.nameStartCheck = isNCNameStartChar;
          this.nameCheck = isNCNameChar;
          this.isName = isNCName;
          this.processAttribs = this.processAttribsNS;
          this.pushAttrib = this.pushAttribNS;
          this.ns = Object.assign({ __proto__: null }, rootNS);
          const additional = this.opt.additionalNamespaces;
          if (additional != null) {
            nsMappingCheck(this, additional);
            Object.assign(this.ns, additional);
          }
        } else {
          this.nameStartCheck = isNameStartChar;
          this.nameCheck = isNameChar;
          this.isName = isName;
          this.processAttribs = this.processAttribsPlain;
          this.pushAttrib = this.pushAttribPlain;
        }
        this.stateTable = [
          /* eslint-disable @typescript-eslint/unbound-method */
          this.sBegin,
          this.sBeginWhitespace,
          this.sDoctype,
          this.sDoctypeQuote,
          this.sDTD,
          this.sDTDQuoted,
          this.sDTDOpenWaka,
          this.sDTDOpenWakaBang,
          this.sDTDComment,
          this.sDTDCommentEnding,
          this.sDTDCommentEnded,
          this.sDTDPI,
          this.sDTDPIEnding,
          this.sText,
          this.sEntity,
          this.sOpenWaka,
          this.sOpenWakaBang,
          this.sComment,
          this.sCommentEnding,
          this.sCommentEnded,
          this.sCData,
          this.sCDataEnding,
          this.sCDataEnding2,
          this.sPIFirstChar,
          this.sPIRest,
          this.sPIBody,
          this.sPIEnding,
          this.sXMLDeclNameStart,
          this.sXMLDeclName,
          this.sXMLDeclEq,
          this.sXMLDeclValueStart,
          this.sXMLDeclValue,
          this.sXMLDeclSeparator,
          this.sXMLDeclEnding,
          this.sOpenTag,
          this.sOpenTagSlash,
          this.sAttrib,
          this.sAttribName,
          this.sAttribNameSawWhite,
          this.sAttribValue,
          this.sAttribValueQuoted,
          this.sAttribValueClosed,
          this.sAttribValueUnquoted,
          this.sCloseTag,
          this.sCloseTagSawWhite
          /* eslint-enable @typescript-eslint/unbound-method */
        ];
        this._init();
      }
      /**
       * Indicates whether or not the parser is closed. If ``true``, wait for
       * the ``ready`` event to write again.
       */
      get closed() {
        return this._closed;
      }
      _init() {
        var _a;
        this.openWakaBang = "";
        this.text = "";
        this.name = "";
        this.piTarget = "";
        this.entity = "";
        this.q = null;
        this.tags = [];
        this.tag = null;
        this.topNS = null;
        this.chunk = "";
        this.chunkPosition = 0;
        this.i = 0;
        this.prevI = 0;
        this.carriedFromPrevious = void 0;
        this.forbiddenState = FORBIDDEN_START;
        this.attribList = [];
        const { fragmentOpt } = this;
        this.state = fragmentOpt ? S_TEXT : S_BEGIN;
        this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot = this.sawRoot = fragmentOpt;
        this.xmlDeclPossible = !fragmentOpt;
        this.xmlDeclExpects = ["version"];
        this.entityReturnState = void 0;
        let { defaultXMLVersion } = this.opt;
        if (defaultXMLVersion === void 0) {
          if (this.opt.forceXMLVersion === true) {
            throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
          }
          defaultXMLVersion = "1.0";
        }
        this.setXMLVersion(defaultXMLVersion);
        this.positionAtNewLine = 0;
        this.doctype = false;
        this._closed = false;
        this.xmlDecl = {
          version: void 0,
          encoding: void 0,
          standalone: void 0
        };
        this.line = 1;
        this.column = 0;
        this.ENTITIES = Object.create(XML_ENTITIES);
        (_a = this.readyHandler) === null || _a === void 0 ? void 0 : _a.call(this);
      }
      /**
       * The stream position the parser is currently looking at. This field is
       * zero-based.
       *
       * This field is not based on counting Unicode characters but is to be
       * interpreted as a plain index into a JavaScript string.
       */
      get position() {
        return this.chunkPosition + this.i;
      }
      /**
       * The column number of the next character to be read by the parser.  *
       * This field is zero-based. (The first column in a line is 0.)
       *
       * This field reports the index at which the next character would be in the
       * line if the line were represented as a JavaScript string.  Note that this
       * *can* be different to a count based on the number of *Unicode characters*
       * due to how JavaScript handles astral plane characters.
       *
       * See [[column]] for a number that corresponds to a count of Unicode
       * characters.
       */
      get columnIndex() {
        return this.position - this.positionAtNewLine;
      }
      /**
       * Set an event listener on an event. The parser supports one handler per
       * event type. If you try to set an event handler over an existing handler,
       * the old handler is silently overwritten.
       *
       * @param name The event to listen to.
       *
       * @param handler The handler to set.
       */
      on(name, handler) {
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
      }
      /**
       * Unset an event handler.
       *
       * @parma name The event to stop listening to.
       */
      off(name) {
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = void 0;
      }
      /**
       * Make an error object. The error object will have a message that contains
       * the ``fileName`` option passed at the creation of the parser. If position
       * tracking was turned on, it will also have line and column number
       * information.
       *
       * @param message The message describing the error to report.
       *
       * @returns An error object with a properly formatted message.
       */
      makeError(message) {
        var _a;
        let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
        if (this.trackPosition) {
          if (msg.length > 0) {
            msg += ":";
          }
          msg += `${this.line}:${this.column}`;
        }
        if (msg.length > 0) {
          msg += ": ";
        }
        return new Error(msg + message);
      }
      /**
       * Report a parsing error. This method is made public so that client code may
       * check for issues that are outside the scope of this project and can report
       * errors.
       *
       * @param message The error to report.
       *
       * @returns this
       */
      fail(message) {
        const err = this.makeError(message);
        const handler = this.errorHandler;
        if (handler === void 0) {
          throw err;
        } else {
          handler(err);
        }
        return this;
      }
      /**
       * Write a XML data to the parser.
       *
       * @param chunk The XML data to write.
       *
       * @returns this
       */
      // We do need object for the type here. Yes, it often causes problems
      // but not in this case.
      write(chunk) {
        if (this.closed) {
          return this.fail("cannot write after close; assign an onready handler.");
        }
        let end = false;
        if (chunk === null) {
          end = true;
          chunk = "";
        } else if (typeof chunk === "object") {
          chunk = chunk.toString();
        }
        if (this.carriedFromPrevious !== void 0) {
          chunk = `${this.carriedFromPrevious}${chunk}`;
          this.carriedFromPrevious = void 0;
        }
        let limit = chunk.length;
        const lastCode = chunk.charCodeAt(limit - 1);
        if (!end && // A trailing CR or surrogate must be carried over to the next
        // chunk.
        (lastCode === CR || lastCode >= 55296 && lastCode <= 56319)) {
          this.carriedFromPrevious = chunk[limit - 1];
          limit--;
          chunk = chunk.slice(0, limit);
        }
        const { stateTable } = this;
        this.chunk = chunk;
        this.i = 0;
        while (this.i < limit) {
          stateTable[this.state].call(this);
        }
        this.chunkPosition += limit;
        return end ? this.end() : this;
      }
      /**
       * Close the current stream. Perform final well-formedness checks and reset
       * the parser tstate.
       *
       * @returns this
       */
      close() {
        return this.write(null);
      }
      /**
       * Get a single code point out of the current chunk. This updates the current
       * position if we do position tracking.
       *
       * This is the algorithm to use for XML 1.0.
       *
       * @returns The character read.
       */
      getCode10() {
        const { chunk, i } = this;
        this.prevI = i;
        this.i = i + 1;
        if (i >= chunk.length) {
          return EOC;
        }
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 55296) {
          if (code >= SPACE || code === TAB) {
            return code;
          }
          switch (code) {
            case NL:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL;
            case CR:
              if (chunk.charCodeAt(i + 1) === NL) {
                this.i = i + 2;
              }
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL_LIKE;
            default:
              this.fail("disallowed character.");
              return code;
          }
        }
        if (code > 56319) {
          if (!(code >= 57344 && code <= 65533)) {
            this.fail("disallowed character.");
          }
          return code;
        }
        const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
        this.i = i + 2;
        if (final > 1114111) {
          this.fail("disallowed character.");
        }
        return final;
      }
      /**
       * Get a single code point out of the current chunk. This updates the current
       * position if we do position tracking.
       *
       * This is the algorithm to use for XML 1.1.
       *
       * @returns {number} The character read.
       */
      getCode11() {
        const { chunk, i } = this;
        this.prevI = i;
        this.i = i + 1;
        if (i >= chunk.length) {
          return EOC;
        }
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 55296) {
          if (code > 31 && code < 127 || code > 159 && code !== LS || code === TAB) {
            return code;
          }
          switch (code) {
            case NL:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL;
            case CR: {
              const next = chunk.charCodeAt(i + 1);
              if (next === NL || next === NEL) {
                this.i = i + 2;
              }
            }
            /* yes, fall through */
            case NEL:
            // 0x85
            case LS:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL_LIKE;
            default:
              this.fail("disallowed character.");
              return code;
          }
        }
        if (code > 56319) {
          if (!(code >= 57344 && code <= 65533)) {
            this.fail("disallowed character.");
          }
          return code;
        }
        const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
        this.i = i + 2;
        if (final > 1114111) {
          this.fail("disallowed character.");
        }
        return final;
      }
      /**
       * Like ``getCode`` but with the return value normalized so that ``NL`` is
       * returned for ``NL_LIKE``.
       */
      getCodeNorm() {
        const c = this.getCode();
        return c === NL_LIKE ? NL : c;
      }
      unget() {
        this.i = this.prevI;
        this.column--;
      }
      /**
       * Capture characters into a buffer until encountering one of a set of
       * characters.
       *
       * @param chars An array of codepoints. Encountering a character in the array
       * ends the capture. (``chars`` may safely contain ``NL``.)
       *
       * @return The character code that made the capture end, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      captureTo(chars) {
        let { i: start } = this;
        const { chunk } = this;
        while (true) {
          const c = this.getCode();
          const isNLLike = c === NL_LIKE;
          const final = isNLLike ? NL : c;
          if (final === EOC || chars.includes(final)) {
            this.text += chunk.slice(start, this.prevI);
            return final;
          }
          if (isNLLike) {
            this.text += `${chunk.slice(start, this.prevI)}
`;
            start = this.i;
          }
        }
      }
      /**
       * Capture characters into a buffer until encountering a character.
       *
       * @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
       * CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
       *
       * @return ``true`` if we ran into the character. Otherwise, we ran into the
       * end of the current chunk.
       */
      captureToChar(char) {
        let { i: start } = this;
        const { chunk } = this;
        while (true) {
          let c = this.getCode();
          switch (c) {
            case NL_LIKE:
              this.text += `${chunk.slice(start, this.prevI)}
`;
              start = this.i;
              c = NL;
              break;
            case EOC:
              this.text += chunk.slice(start);
              return false;
            default:
          }
          if (c === char) {
            this.text += chunk.slice(start, this.prevI);
            return true;
          }
        }
      }
      /**
       * Capture characters that satisfy ``isNameChar`` into the ``name`` field of
       * this parser.
       *
       * @return The character code that made the test fail, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      captureNameChars() {
        const { chunk, i: start } = this;
        while (true) {
          const c = this.getCode();
          if (c === EOC) {
            this.name += chunk.slice(start);
            return EOC;
          }
          if (!isNameChar(c)) {
            this.name += chunk.slice(start, this.prevI);
            return c === NL_LIKE ? NL : c;
          }
        }
      }
      /**
       * Skip white spaces.
       *
       * @return The character that ended the skip, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      skipSpaces() {
        while (true) {
          const c = this.getCodeNorm();
          if (c === EOC || !isS(c)) {
            return c;
          }
        }
      }
      setXMLVersion(version) {
        this.currentXMLVersion = version;
        if (version === "1.0") {
          this.isChar = isChar10;
          this.getCode = this.getCode10;
        } else {
          this.isChar = isChar11;
          this.getCode = this.getCode11;
        }
      }
      // STATE ENGINE METHODS
      // This needs to be a state separate from S_BEGIN_WHITESPACE because we want
      // to be sure never to come back to this state later.
      sBegin() {
        if (this.chunk.charCodeAt(0) === 65279) {
          this.i++;
          this.column++;
        }
        this.state = S_BEGIN_WHITESPACE;
      }
      sBeginWhitespace() {
        const iBefore = this.i;
        const c = this.skipSpaces();
        if (this.prevI !== iBefore) {
          this.xmlDeclPossible = false;
        }
        switch (c) {
          case LESS:
            this.state = S_OPEN_WAKA;
            if (this.text.length !== 0) {
              throw new Error("no-empty text at start");
            }
            break;
          case EOC:
            break;
          default:
            this.unget();
            this.state = S_TEXT;
            this.xmlDeclPossible = false;
        }
      }
      sDoctype() {
        var _a;
        const c = this.captureTo(DOCTYPE_TERMINATOR);
        switch (c) {
          case GREATER: {
            (_a = this.doctypeHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
            this.state = S_TEXT;
            this.doctype = true;
            break;
          }
          case EOC:
            break;
          default:
            this.text += String.fromCodePoint(c);
            if (c === OPEN_BRACKET2) {
              this.state = S_DTD;
            } else if (isQuote(c)) {
              this.state = S_DOCTYPE_QUOTE;
              this.q = c;
            }
        }
      }
      sDoctypeQuote() {
        const q = this.q;
        if (this.captureToChar(q)) {
          this.text += String.fromCodePoint(q);
          this.q = null;
          this.state = S_DOCTYPE;
        }
      }
      sDTD() {
        const c = this.captureTo(DTD_TERMINATOR);
        if (c === EOC) {
          return;
        }
        this.text += String.fromCodePoint(c);
        if (c === CLOSE_BRACKET2) {
          this.state = S_DOCTYPE;
        } else if (c === LESS) {
          this.state = S_DTD_OPEN_WAKA;
        } else if (isQuote(c)) {
          this.state = S_DTD_QUOTED;
          this.q = c;
        }
      }
      sDTDQuoted() {
        const q = this.q;
        if (this.captureToChar(q)) {
          this.text += String.fromCodePoint(q);
          this.state = S_DTD;
          this.q = null;
        }
      }
      sDTDOpenWaka() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        switch (c) {
          case BANG:
            this.state = S_DTD_OPEN_WAKA_BANG;
            this.openWakaBang = "";
            break;
          case QUESTION:
            this.state = S_DTD_PI;
            break;
          default:
            this.state = S_DTD;
        }
      }
      sDTDOpenWakaBang() {
        const char = String.fromCodePoint(this.getCodeNorm());
        const owb = this.openWakaBang += char;
        this.text += char;
        if (owb !== "-") {
          this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
          this.openWakaBang = "";
        }
      }
      sDTDComment() {
        if (this.captureToChar(MINUS)) {
          this.text += "-";
          this.state = S_DTD_COMMENT_ENDING;
        }
      }
      sDTDCommentEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
      }
      sDTDCommentEnded() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
          this.state = S_DTD;
        } else {
          this.fail("malformed comment.");
          this.state = S_DTD_COMMENT;
        }
      }
      sDTDPI() {
        if (this.captureToChar(QUESTION)) {
          this.text += "?";
          this.state = S_DTD_PI_ENDING;
        }
      }
      sDTDPIEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
          this.state = S_DTD;
        }
      }
      sText() {
        if (this.tags.length !== 0) {
          this.handleTextInRoot();
        } else {
          this.handleTextOutsideRoot();
        }
      }
      sEntity() {
        let { i: start } = this;
        const { chunk } = this;
        loop:
          while (true) {
            switch (this.getCode()) {
              case NL_LIKE:
                this.entity += `${chunk.slice(start, this.prevI)}
`;
                start = this.i;
                break;
              case SEMICOLON: {
                const { entityReturnState } = this;
                const entity = this.entity + chunk.slice(start, this.prevI);
                this.state = entityReturnState;
                let parsed;
                if (entity === "") {
                  this.fail("empty entity name.");
                  parsed = "&;";
                } else {
                  parsed = this.parseEntity(entity);
                  this.entity = "";
                }
                if (entityReturnState !== S_TEXT || this.textHandler !== void 0) {
                  this.text += parsed;
                }
                break loop;
              }
              case EOC:
                this.entity += chunk.slice(start);
                break loop;
              default:
            }
          }
      }
      sOpenWaka() {
        const c = this.getCode();
        if (isNameStartChar(c)) {
          this.state = S_OPEN_TAG;
          this.unget();
          this.xmlDeclPossible = false;
        } else {
          switch (c) {
            case FORWARD_SLASH:
              this.state = S_CLOSE_TAG;
              this.xmlDeclPossible = false;
              break;
            case BANG:
              this.state = S_OPEN_WAKA_BANG;
              this.openWakaBang = "";
              this.xmlDeclPossible = false;
              break;
            case QUESTION:
              this.state = S_PI_FIRST_CHAR;
              break;
            default:
              this.fail("disallowed character in tag name");
              this.state = S_TEXT;
              this.xmlDeclPossible = false;
          }
        }
      }
      sOpenWakaBang() {
        this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
        switch (this.openWakaBang) {
          case "[CDATA[":
            if (!this.sawRoot && !this.reportedTextBeforeRoot) {
              this.fail("text data outside of root node.");
              this.reportedTextBeforeRoot = true;
            }
            if (this.closedRoot && !this.reportedTextAfterRoot) {
              this.fail("text data outside of root node.");
              this.reportedTextAfterRoot = true;
            }
            this.state = S_CDATA;
            this.openWakaBang = "";
            break;
          case "--":
            this.state = S_COMMENT;
            this.openWakaBang = "";
            break;
          case "DOCTYPE":
            this.state = S_DOCTYPE;
            if (this.doctype || this.sawRoot) {
              this.fail("inappropriately located doctype declaration.");
            }
            this.openWakaBang = "";
            break;
          default:
            if (this.openWakaBang.length >= 7) {
              this.fail("incorrect syntax.");
            }
        }
      }
      sComment() {
        if (this.captureToChar(MINUS)) {
          this.state = S_COMMENT_ENDING;
        }
      }
      sCommentEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === MINUS) {
          this.state = S_COMMENT_ENDED;
          (_a = this.commentHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
          this.text = "";
        } else {
          this.text += `-${String.fromCodePoint(c)}`;
          this.state = S_COMMENT;
        }
      }
      sCommentEnded() {
        const c = this.getCodeNorm();
        if (c !== GREATER) {
          this.fail("malformed comment.");
          this.text += `--${String.fromCodePoint(c)}`;
          this.state = S_COMMENT;
        } else {
          this.state = S_TEXT;
        }
      }
      sCData() {
        if (this.captureToChar(CLOSE_BRACKET2)) {
          this.state = S_CDATA_ENDING;
        }
      }
      sCDataEnding() {
        const c = this.getCodeNorm();
        if (c === CLOSE_BRACKET2) {
          this.state = S_CDATA_ENDING_2;
        } else {
          this.text += `]${String.fromCodePoint(c)}`;
          this.state = S_CDATA;
        }
      }
      sCDataEnding2() {
        var _a;
        const c = this.getCodeNorm();
        switch (c) {
          case GREATER: {
            (_a = this.cdataHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
            this.state = S_TEXT;
            break;
          }
          case CLOSE_BRACKET2:
            this.text += "]";
            break;
          default:
            this.text += `]]${String.fromCodePoint(c)}`;
            this.state = S_CDATA;
        }
      }
      // We need this separate state to check the first character fo the pi target
      // with this.nameStartCheck which allows less characters than this.nameCheck.
      sPIFirstChar() {
        const c = this.getCodeNorm();
        if (this.nameStartCheck(c)) {
          this.piTarget += String.fromCodePoint(c);
          this.state = S_PI_REST;
        } else if (c === QUESTION || isS(c)) {
          this.fail("processing instruction without a target.");
          this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
        } else {
          this.fail("disallowed character in processing instruction name.");
          this.piTarget += String.fromCodePoint(c);
          this.state = S_PI_REST;
        }
      }
      sPIRest() {
        const { chunk, i: start } = this;
        while (true) {
          const c = this.getCodeNorm();
          if (c === EOC) {
            this.piTarget += chunk.slice(start);
            return;
          }
          if (!this.nameCheck(c)) {
            this.piTarget += chunk.slice(start, this.prevI);
            const isQuestion = c === QUESTION;
            if (isQuestion || isS(c)) {
              if (this.piTarget === "xml") {
                if (!this.xmlDeclPossible) {
                  this.fail("an XML declaration must be at the start of the document.");
                }
                this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
              } else {
                this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
              }
            } else {
              this.fail("disallowed character in processing instruction name.");
              this.piTarget += String.fromCodePoint(c);
            }
            break;
          }
        }
      }
      sPIBody() {
        if (this.text.length === 0) {
          const c = this.getCodeNorm();
          if (c === QUESTION) {
            this.state = S_PI_ENDING;
          } else if (!isS(c)) {
            this.text = String.fromCodePoint(c);
          }
        } else if (this.captureToChar(QUESTION)) {
          this.state = S_PI_ENDING;
        }
      }
      sPIEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
          const { piTarget } = this;
          if (piTarget.toLowerCase() === "xml") {
            this.fail("the XML declaration must appear at the start of the document.");
          }
          (_a = this.piHandler) === null || _a === void 0 ? void 0 : _a.call(this, {
            target: piTarget,
            body: this.text
          });
          this.piTarget = this.text = "";
          this.state = S_TEXT;
        } else if (c === QUESTION) {
          this.text += "?";
        } else {
          this.text += `?${String.fromCodePoint(c)}`;
          this.state = S_PI_BODY;
        }
        this.xmlDeclPossible = false;
      }
      sXMLDeclNameStart() {
        const c = this.skipSpaces();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          return;
        }
        if (c !== EOC) {
          this.state = S_XML_DECL_NAME;
          this.name = String.fromCodePoint(c);
        }
      }
      sXMLDeclName() {
        const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.name += this.text;
          this.text = "";
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (!(isS(c) || c === EQUAL)) {
          return;
        }
        this.name += this.text;
        this.text = "";
        if (!this.xmlDeclExpects.includes(this.name)) {
          switch (this.name.length) {
            case 0:
              this.fail("did not expect any more name/value pairs.");
              break;
            case 1:
              this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
              break;
            default:
              this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
          }
        }
        this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
      }
      sXMLDeclEq() {
        const c = this.getCodeNorm();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (isS(c)) {
          return;
        }
        if (c !== EQUAL) {
          this.fail("value required.");
        }
        this.state = S_XML_DECL_VALUE_START;
      }
      sXMLDeclValueStart() {
        const c = this.getCodeNorm();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (isS(c)) {
          return;
        }
        if (!isQuote(c)) {
          this.fail("value must be quoted.");
          this.q = SPACE;
        } else {
          this.q = c;
        }
        this.state = S_XML_DECL_VALUE;
      }
      sXMLDeclValue() {
        const c = this.captureTo([this.q, QUESTION]);
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.text = "";
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (c === EOC) {
          return;
        }
        const value = this.text;
        this.text = "";
        switch (this.name) {
          case "version": {
            this.xmlDeclExpects = ["encoding", "standalone"];
            const version = value;
            this.xmlDecl.version = version;
            if (!/^1\.[0-9]+$/.test(version)) {
              this.fail("version number must match /^1\\.[0-9]+$/.");
            } else if (!this.opt.forceXMLVersion) {
              this.setXMLVersion(version);
            }
            break;
          }
          case "encoding":
            if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) {
              this.fail("encoding value must match /^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
            }
            this.xmlDeclExpects = ["standalone"];
            this.xmlDecl.encoding = value;
            break;
          case "standalone":
            if (value !== "yes" && value !== "no") {
              this.fail('standalone value must match "yes" or "no".');
            }
            this.xmlDeclExpects = [];
            this.xmlDecl.standalone = value;
            break;
          default:
        }
        this.name = "";
        this.state = S_XML_DECL_SEPARATOR;
      }
      sXMLDeclSeparator() {
        const c = this.getCodeNorm();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          return;
        }
        if (!isS(c)) {
          this.fail("whitespace required.");
          this.unget();
        }
        this.state = S_XML_DECL_NAME_START;
      }
      sXMLDeclEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
          if (this.piTarget !== "xml") {
            this.fail("processing instructions are not allowed before root.");
          } else if (this.name !== "version" && this.xmlDeclExpects.includes("version")) {
            this.fail("XML declaration must contain a version.");
          }
          (_a = this.xmldeclHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.xmlDecl);
          this.name = "";
          this.piTarget = this.text = "";
          this.state = S_TEXT;
        } else {
          this.fail("The character ? is disallowed anywhere in XML declarations.");
        }
        this.xmlDeclPossible = false;
      }
      sOpenTag() {
        var _a;
        const c = this.captureNameChars();
        if (c === EOC) {
          return;
        }
        const tag = this.tag = {
          name: this.name,
          attributes: /* @__PURE__ */ Object.create(null)
        };
        this.name = "";
        if (this.xmlnsOpt) {
          this.topNS = tag.ns = /* @__PURE__ */ Object.create(null);
        }
        (_a = this.openTagStartHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        this.sawRoot = true;
        if (!this.fragmentOpt && this.closedRoot) {
          this.fail("documents may contain only one root.");
        }
        switch (c) {
          case GREATER:
            this.openTag();
            break;
          case FORWARD_SLASH:
            this.state = S_OPEN_TAG_SLASH;
            break;
          default:
            if (!isS(c)) {
              this.fail("disallowed character in tag name.");
            }
            this.state = S_ATTRIB;
        }
      }
      sOpenTagSlash() {
        if (this.getCode() === GREATER) {
          this.openSelfClosingTag();
        } else {
          this.fail("forward-slash in opening tag not followed by >.");
          this.state = S_ATTRIB;
        }
      }
      sAttrib() {
        const c = this.skipSpaces();
        if (c === EOC) {
          return;
        }
        if (isNameStartChar(c)) {
          this.unget();
          this.state = S_ATTRIB_NAME;
        } else if (c === GREATER) {
          this.openTag();
        } else if (c === FORWARD_SLASH) {
          this.state = S_OPEN_TAG_SLASH;
        } else {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribName() {
        const c = this.captureNameChars();
        if (c === EQUAL) {
          this.state = S_ATTRIB_VALUE;
        } else if (isS(c)) {
          this.state = S_ATTRIB_NAME_SAW_WHITE;
        } else if (c === GREATER) {
          this.fail("attribute without value.");
          this.pushAttrib(this.name, this.name);
          this.name = this.text = "";
          this.openTag();
        } else if (c !== EOC) {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribNameSawWhite() {
        const c = this.skipSpaces();
        switch (c) {
          case EOC:
            return;
          case EQUAL:
            this.state = S_ATTRIB_VALUE;
            break;
          default:
            this.fail("attribute without value.");
            this.text = "";
            this.name = "";
            if (c === GREATER) {
              this.openTag();
            } else if (isNameStartChar(c)) {
              this.unget();
              this.state = S_ATTRIB_NAME;
            } else {
              this.fail("disallowed character in attribute name.");
              this.state = S_ATTRIB;
            }
        }
      }
      sAttribValue() {
        const c = this.getCodeNorm();
        if (isQuote(c)) {
          this.q = c;
          this.state = S_ATTRIB_VALUE_QUOTED;
        } else if (!isS(c)) {
          this.fail("unquoted attribute value.");
          this.state = S_ATTRIB_VALUE_UNQUOTED;
          this.unget();
        }
      }
      sAttribValueQuoted() {
        const { q, chunk } = this;
        let { i: start } = this;
        while (true) {
          switch (this.getCode()) {
            case q:
              this.pushAttrib(this.name, this.text + chunk.slice(start, this.prevI));
              this.name = this.text = "";
              this.q = null;
              this.state = S_ATTRIB_VALUE_CLOSED;
              return;
            case AMP:
              this.text += chunk.slice(start, this.prevI);
              this.state = S_ENTITY;
              this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
              return;
            case NL:
            case NL_LIKE:
            case TAB:
              this.text += `${chunk.slice(start, this.prevI)} `;
              start = this.i;
              break;
            case LESS:
              this.text += chunk.slice(start, this.prevI);
              this.fail("disallowed character.");
              return;
            case EOC:
              this.text += chunk.slice(start);
              return;
            default:
          }
        }
      }
      sAttribValueClosed() {
        const c = this.getCodeNorm();
        if (isS(c)) {
          this.state = S_ATTRIB;
        } else if (c === GREATER) {
          this.openTag();
        } else if (c === FORWARD_SLASH) {
          this.state = S_OPEN_TAG_SLASH;
        } else if (isNameStartChar(c)) {
          this.fail("no whitespace between attributes.");
          this.unget();
          this.state = S_ATTRIB_NAME;
        } else {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribValueUnquoted() {
        const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
        switch (c) {
          case AMP:
            this.state = S_ENTITY;
            this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
            break;
          case LESS:
            this.fail("disallowed character.");
            break;
          case EOC:
            break;
          default:
            if (this.text.includes("]]>")) {
              this.fail('the string "]]>" is disallowed in char data.');
            }
            this.pushAttrib(this.name, this.text);
            this.name = this.text = "";
            if (c === GREATER) {
              this.openTag();
            } else {
              this.state = S_ATTRIB;
            }
        }
      }
      sCloseTag() {
        const c = this.captureNameChars();
        if (c === GREATER) {
          this.closeTag();
        } else if (isS(c)) {
          this.state = S_CLOSE_TAG_SAW_WHITE;
        } else if (c !== EOC) {
          this.fail("disallowed character in closing tag.");
        }
      }
      sCloseTagSawWhite() {
        switch (this.skipSpaces()) {
          case GREATER:
            this.closeTag();
            break;
          case EOC:
            break;
          default:
            this.fail("disallowed character in closing tag.");
        }
      }
      // END OF STATE ENGINE METHODS
      handleTextInRoot() {
        let { i: start, forbiddenState } = this;
        const { chunk, textHandler: handler } = this;
        scanLoop:
          while (true) {
            switch (this.getCode()) {
              case LESS: {
                this.state = S_OPEN_WAKA;
                if (handler !== void 0) {
                  const { text } = this;
                  const slice = chunk.slice(start, this.prevI);
                  if (text.length !== 0) {
                    handler(text + slice);
                    this.text = "";
                  } else if (slice.length !== 0) {
                    handler(slice);
                  }
                }
                forbiddenState = FORBIDDEN_START;
                break scanLoop;
              }
              case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_TEXT;
                if (handler !== void 0) {
                  this.text += chunk.slice(start, this.prevI);
                }
                forbiddenState = FORBIDDEN_START;
                break scanLoop;
              case CLOSE_BRACKET2:
                switch (forbiddenState) {
                  case FORBIDDEN_START:
                    forbiddenState = FORBIDDEN_BRACKET;
                    break;
                  case FORBIDDEN_BRACKET:
                    forbiddenState = FORBIDDEN_BRACKET_BRACKET;
                    break;
                  case FORBIDDEN_BRACKET_BRACKET:
                    break;
                  default:
                    throw new Error("impossible state");
                }
                break;
              case GREATER:
                if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) {
                  this.fail('the string "]]>" is disallowed in char data.');
                }
                forbiddenState = FORBIDDEN_START;
                break;
              case NL_LIKE:
                if (handler !== void 0) {
                  this.text += `${chunk.slice(start, this.prevI)}
`;
                }
                start = this.i;
                forbiddenState = FORBIDDEN_START;
                break;
              case EOC:
                if (handler !== void 0) {
                  this.text += chunk.slice(start);
                }
                break scanLoop;
              default:
                forbiddenState = FORBIDDEN_START;
            }
          }
        this.forbiddenState = forbiddenState;
      }
      handleTextOutsideRoot() {
        let { i: start } = this;
        const { chunk, textHandler: handler } = this;
        let nonSpace = false;
        outRootLoop:
          while (true) {
            const code = this.getCode();
            switch (code) {
              case LESS: {
                this.state = S_OPEN_WAKA;
                if (handler !== void 0) {
                  const { text } = this;
                  const slice = chunk.slice(start, this.prevI);
                  if (text.length !== 0) {
                    handler(text + slice);
                    this.text = "";
                  } else if (slice.length !== 0) {
                    handler(slice);
                  }
                }
                break outRootLoop;
              }
              case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_TEXT;
                if (handler !== void 0) {
                  this.text += chunk.slice(start, this.prevI);
                }
                nonSpace = true;
                break outRootLoop;
              case NL_LIKE:
                if (handler !== void 0) {
                  this.text += `${chunk.slice(start, this.prevI)}
`;
                }
                start = this.i;
                break;
              case EOC:
                if (handler !== void 0) {
                  this.text += chunk.slice(start);
                }
                break outRootLoop;
              default:
                if (!isS(code)) {
                  nonSpace = true;
                }
            }
          }
        if (!nonSpace) {
          return;
        }
        if (!this.sawRoot && !this.reportedTextBeforeRoot) {
          this.fail("text data outside of root node.");
          this.reportedTextBeforeRoot = true;
        }
        if (this.closedRoot && !this.reportedTextAfterRoot) {
          this.fail("text data outside of root node.");
          this.reportedTextAfterRoot = true;
        }
      }
      pushAttribNS(name, value) {
        var _a;
        const { prefix, local } = this.qname(name);
        const attr = { name, prefix, local, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
        if (prefix === "xmlns") {
          const trimmed = value.trim();
          if (this.currentXMLVersion === "1.0" && trimmed === "") {
            this.fail("invalid attempt to undefine prefix in XML 1.0");
          }
          this.topNS[local] = trimmed;
          nsPairCheck(this, local, trimmed);
        } else if (name === "xmlns") {
          const trimmed = value.trim();
          this.topNS[""] = trimmed;
          nsPairCheck(this, "", trimmed);
        }
      }
      pushAttribPlain(name, value) {
        var _a;
        const attr = { name, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
      }
      /**
       * End parsing. This performs final well-formedness checks and resets the
       * parser to a clean state.
       *
       * @returns this
       */
      end() {
        var _a, _b;
        if (!this.sawRoot) {
          this.fail("document must contain a root element.");
        }
        const { tags } = this;
        while (tags.length > 0) {
          const tag = tags.pop();
          this.fail(`unclosed tag: ${tag.name}`);
        }
        if (this.state !== S_BEGIN && this.state !== S_TEXT) {
          this.fail("unexpected end.");
        }
        const { text } = this;
        if (text.length !== 0) {
          (_a = this.textHandler) === null || _a === void 0 ? void 0 : _a.call(this, text);
          this.text = "";
        }
        this._closed = true;
        (_b = this.endHandler) === null || _b === void 0 ? void 0 : _b.call(this);
        this._init();
        return this;
      }
      /**
       * Resolve a namespace prefix.
       *
       * @param prefix The prefix to resolve.
       *
       * @returns The namespace URI or ``undefined`` if the prefix is not defined.
       */
      resolve(prefix) {
        var _a, _b;
        let uri = this.topNS[prefix];
        if (uri !== void 0) {
          return uri;
        }
        const { tags } = this;
        for (let index = tags.length - 1; index >= 0; index--) {
          uri = tags[index].ns[prefix];
          if (uri !== void 0) {
            return uri;
          }
        }
        uri = this.ns[prefix];
        if (uri !== void 0) {
          return uri;
        }
        return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
      }
      /**
       * Parse a qname into its prefix and local name parts.
       *
       * @param name The name to parse
       *
       * @returns
       */
      qname(name) {
        const colon = name.indexOf(":");
        if (colon === -1) {
          return { prefix: "", local: name };
        }
        const local = name.slice(colon + 1);
        const prefix = name.slice(0, colon);
        if (prefix === "" || local === "" || local.includes(":")) {
          this.fail(`malformed name: ${name}.`);
        }
        return { prefix, local };
      }
      processAttribsNS() {
        var _a;
        const { attribList } = this;
        const tag = this.tag;
        {
          const { prefix, local } = this.qname(tag.name);
          tag.prefix = prefix;
          tag.local = local;
          const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
          if (prefix !== "") {
            if (prefix === "xmlns") {
              this.fail('tags may not have "xmlns" as prefix.');
            }
            if (uri === "") {
              this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
              tag.uri = prefix;
            }
          }
        }
        if (attribList.length === 0) {
          return;
        }
        const { attributes } = tag;
        const seen = /* @__PURE__ */ new Set();
        for (const attr of attribList) {
          const { name, prefix, local } = attr;
          let uri;
          let eqname;
          if (prefix === "") {
            uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
            eqname = name;
          } else {
            uri = this.resolve(prefix);
            if (uri === void 0) {
              this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
              uri = prefix;
            }
            eqname = `{${uri}}${local}`;
          }
          if (seen.has(eqname)) {
            this.fail(`duplicate attribute: ${eqname}.`);
          }
          seen.add(eqname);
          attr.uri = uri;
          attributes[name] = attr;
        }
        this.attribList = [];
      }
      processAttribsPlain() {
        const { attribList } = this;
        const attributes = this.tag.attributes;
        for (const { name, value } of attribList) {
          if (attributes[name] !== void 0) {
            this.fail(`duplicate attribute: ${name}.`);
          }
          attributes[name] = value;
        }
        this.attribList = [];
      }
      /**
       * Handle a complete open tag. This parser code calls this once it has seen
       * the whole tag. This method checks for well-formeness and then emits
       * ``onopentag``.
       */
      openTag() {
        var _a;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = false;
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        tags.push(tag);
        this.state = S_TEXT;
        this.name = "";
      }
      /**
       * Handle a complete self-closing tag. This parser code calls this once it has
       * seen the whole tag. This method checks for well-formeness and then emits
       * ``onopentag`` and ``onclosetag``.
       */
      openSelfClosingTag() {
        var _a, _b, _c;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = true;
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        (_b = this.closeTagHandler) === null || _b === void 0 ? void 0 : _b.call(this, tag);
        const top = this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null;
        if (top === null) {
          this.closedRoot = true;
        }
        this.state = S_TEXT;
        this.name = "";
      }
      /**
       * Handle a complete close tag. This parser code calls this once it has seen
       * the whole tag. This method checks for well-formeness and then emits
       * ``onclosetag``.
       */
      closeTag() {
        const { tags, name } = this;
        this.state = S_TEXT;
        this.name = "";
        if (name === "") {
          this.fail("weird empty close tag.");
          this.text += "</>";
          return;
        }
        const handler = this.closeTagHandler;
        let l = tags.length;
        while (l-- > 0) {
          const tag = this.tag = tags.pop();
          this.topNS = tag.ns;
          handler === null || handler === void 0 ? void 0 : handler(tag);
          if (tag.name === name) {
            break;
          }
          this.fail("unexpected close tag.");
        }
        if (l === 0) {
          this.closedRoot = true;
        } else if (l < 0) {
          this.fail(`unmatched closing tag: ${name}.`);
          this.text += `</${name}>`;
        }
      }
      /**
       * Resolves an entity. Makes any necessary well-formedness checks.
       *
       * @param entity The entity to resolve.
       *
       * @returns The parsed entity.
       */
      parseEntity(entity) {
        if (entity[0] !== "#") {
          const defined = this.ENTITIES[entity];
          if (defined !== void 0) {
            return defined;
          }
          this.fail(this.isName(entity) ? "undefined entity." : "disallowed character in entity name.");
          return `&${entity};`;
        }
        let num = NaN;
        if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) {
          num = parseInt(entity.slice(2), 16);
        } else if (/^#[0-9]+$/.test(entity)) {
          num = parseInt(entity.slice(1), 10);
        }
        if (!this.isChar(num)) {
          this.fail("malformed character entity.");
          return `&${entity};`;
        }
        return String.fromCodePoint(num);
      }
    };
    exports2.SaxesParser = SaxesParser2;
  }
});
var MAX_DOCUMENT_DEPTH = 100;
var MAX_PROBLEMS = 100;
function isWhole(node) {
  return node.endLine > 0;
}
function mapOf(node) {
  return node?.value instanceof Map ? node.value : void 0;
}
function memberOf(node, key) {
  return node?.value instanceof Map ? node.value.get(key) : void 0;
}
function textOf(node, key) {
  const value = memberOf(node, key)?.value;
  return typeof value === "string" ? value : void 0;
}
function isTrue(node, key) {
  const value = memberOf(node, key)?.value;
  return value === true || value === "true";
}
var NOTHING = [];
var NO_MEMBERS = [];
function elementsOf(node) {
  return Array.isArray(node?.value) ? node.value : NOTHING;
}
function membersOf(node) {
  return node?.value instanceof Map ? node.value : NO_MEMBERS;
}
function textsOf(node) {
  return elementsOf(node).map((element) => element.value).filter((value) => typeof value === "string");
}
function tablesOf(root, key) {
  return elementsOf(memberOf(root, key)).filter((element) => element.value instanceof Map);
}
var FROM = 0;
var TO = 1;
var SCOPE = 2;
var SCOPES = [
  "prod",
  "unknown",
  "optional",
  "peer",
  "build",
  "test",
  "dev"
];
var GraphEdges = class {
  #rows = new import_chunk_31504B25.PackedRows(3);
  get length() {
    return this.#rows.length;
  }
  add(from, to, scope) {
    const row = this.#rows.add();
    this.#rows.set(row, FROM, from);
    this.#rows.set(row, TO, to);
    this.#rows.set(row, SCOPE, SCOPES.indexOf(scope));
  }
  /** {@link ROOT} is negative, and is kept without its sign. */
  from(position) {
    return this.#rows.get(position, FROM) | 0;
  }
  to(position) {
    return this.#rows.get(position, TO) | 0;
  }
  /** Its place among {@link SCOPES}. */
  scope(position) {
    return this.#rows.get(position, SCOPE);
  }
  /** Without what stands twice, in the order in which it was added. @param size how many packages there are */
  byDependent(size) {
    const all = this.#sorted(size);
    const begins = new Int32Array(size + 2);
    const askedBy = new Int32Array(size + 1);
    let kept = 0;
    for (let dependent = 0; dependent <= size; dependent++) {
      const end = all.begins[dependent + 1];
      for (let at = all.begins[dependent]; at < end; at++) {
        const position = all.positions[at];
        const to = this.to(position) + 1;
        if (askedBy[to] === dependent + 1) continue;
        askedBy[to] = dependent + 1;
        all.positions[kept++] = position;
      }
      begins[dependent + 1] = kept;
    }
    return { begins, positions: all.positions.subarray(0, kept) };
  }
  #sorted(size) {
    const begins = new Int32Array(size + 2);
    for (let position = 0; position < this.length; position++) begins[this.from(position) + 2]++;
    for (let dependent = 1; dependent < begins.length; dependent++)
      begins[dependent] += begins[dependent - 1];
    const next = begins.slice();
    const positions = new Int32Array(this.length);
    for (let position = 0; position < this.length; position++) {
      positions[next[this.from(position) + 1]++] = position;
    }
    return { begins, positions };
  }
};
var Graph = class {
  #drafts = [];
  #edges = new GraphEdges();
  #problems = [];
  #untold = 0;
  get size() {
    return this.#drafts.length;
  }
  at(index) {
    return this.#drafts[index];
  }
  add(draft) {
    return this.#drafts.push(draft) - 1;
  }
  /** The first edge between two packages counts; `scope` says in what way the dependency is asked for. */
  connect(from, to, scope = "prod") {
    if (from !== to) this.#edges.add(from, to, scope);
  }
  problem(line, message, code = "LOCKFILE_INVALID") {
    if (this.#problems.length >= MAX_PROBLEMS) this.#untold++;
    else this.#problems.push({ code, message, ...line === void 0 ? {} : { line } });
  }
  /** Those that are told before all that were found so far. */
  leadingProblems(problems) {
    this.#problems.unshift(...problems);
    this.#untold += this.#problems.splice(MAX_PROBLEMS).length;
  }
  problems(problems) {
    for (const { line, message, code } of problems) this.problem(line, message, code);
  }
  /** Whether there are packages that nobody asks for, so that not all of the project's requests are known. */
  hasOrphans() {
    return this.#orphans().length > 0;
  }
  content({ rootsKnown, edgesKnown }) {
    if (!rootsKnown && edgesKnown) this.#assumeRoots();
    const edges = this.#edges.byDependent(this.size);
    const scopes = rootsKnown ? this.#spreadScopes(edges) : [];
    const direct = this.#direct();
    const otherwise = rootsKnown ? false : null;
    const packages = this.#drafts.map((draft, index) => ({
      ...draft,
      scope: draft.scope ?? scopes[index] ?? "unknown",
      direct: direct[index] === 1 ? true : otherwise
    }));
    const errors = [...this.#problems];
    if (this.#untold > 0) errors.push({ code: "LOCKFILE_INVALID", message: `and ${this.#untold} more` });
    return { packages, edges: this.#listed(edges), errors };
  }
  /** In the order in which they were found. */
  #listed({ positions }) {
    return Array.from(positions.toSorted(), (position) => [
      this.#edges.from(position),
      this.#edges.to(position)
    ]);
  }
  #assumeRoots() {
    for (const index of this.#orphans()) this.connect(import_chunk_31504B25.ROOT, index);
  }
  #orphans() {
    const required = this.#askedFor(() => true);
    return [...this.#drafts.keys()].filter((index) => required[index] === 0 && !this.#isMember(index));
  }
  #direct() {
    return this.#askedFor((from) => this.#isMember(from));
  }
  /** Of each package 1 where one of these dependents asks for it. */
  #askedFor(isDependent) {
    const asked = new Uint8Array(this.size);
    for (let position = 0; position < this.#edges.length; position++) {
      if (isDependent(this.#edges.from(position))) asked[this.#edges.to(position)] = 1;
    }
    return asked;
  }
  #isMember(index) {
    return index === import_chunk_31504B25.ROOT || this.#drafts[index].source.kind === "workspace";
  }
  /** What production reaches is production's; what only a development dependency reaches is its. */
  #spreadScopes({ begins, positions }) {
    const scopes = new Array(this.size);
    const members = [...this.#drafts.keys()].filter((index) => this.#isMember(index));
    const reached = [import_chunk_31504B25.ROOT, ...members];
    for (const [widest, scope] of SCOPES.entries()) {
      for (let at = 0; at < reached.length; at++) {
        const dependent = reached[at] + 1;
        for (let edge = begins[dependent]; edge < begins[dependent + 1]; edge++) {
          const to = this.#edges.to(positions[edge]);
          if (this.#edges.scope(positions[edge]) > widest || scopes[to] !== void 0) continue;
          scopes[to] = scope;
          reached.push(to);
        }
      }
    }
    for (const index of members) scopes[index] ??= "prod";
    return scopes;
  }
};
var JsonSyntaxError = class extends Error {
  offset;
  /** From 1; 0 where whoever threw it did not say. */
  line;
  constructor(message, offset, line = 0) {
    super(message);
    this.name = "JsonSyntaxError";
    this.offset = offset;
    this.line = line;
  }
};
var MAX_DEPTH = 256;
var QUOTE = 34;
var BACKSLASH = 92;
var OPEN_BRACE = 123;
var CLOSE_BRACE = 125;
var OPEN_BRACKET = 91;
var CLOSE_BRACKET = 93;
var COMMA = 44;
var COLON = 58;
var JsonReader = class {
  /** Keys that stood twice in one object; the last one counts, as in every package manager. */
  repeated = [];
  #pieces;
  /** What was read and is not behind; {@link #at} is a position in it. */
  #text;
  /** How much of the file is behind. */
  #passed = 0;
  #at = 0;
  #line = 1;
  /** Where the line begins, in the file. */
  #lineStart = 0;
  #depth = 0;
  constructor(source) {
    this.#pieces = typeof source === "string" ? void 0 : source;
    this.#text = typeof source === "string" ? source : "";
  }
  /** Where the next character is read, in the file. */
  get offset() {
    return this.#passed + this.#at;
  }
  /** The line that holds it. */
  get line() {
    return this.#line;
  }
  /** The kind of the value that comes next, and moves to its first character. */
  peek() {
    const code = this.#space();
    if (code === OPEN_BRACE) return "object";
    if (code === OPEN_BRACKET) return "array";
    if (code === QUOTE) return "string";
    if (code === 45 || code >= 48 && code <= 57) return "number";
    if (code === 116 || code === 102 || code === 110) return "word";
    return this.#fail(Number.isNaN(code) ? "the file ends in the middle of a value" : "expected a value");
  }
  /**
   * Visits each member; the visitor consumes the value with one call of this reader.
   *
   * @param seen what knows the object's keys; given where they are kept anyway
   */
  members(visit, seen = new SeenKeys()) {
    this.#enter(OPEN_BRACE, '"{"');
    if (this.#space() !== CLOSE_BRACE) {
      for (; ; ) {
        if (this.#space() !== QUOTE) this.#fail("expected a key in quotes");
        const { offset } = this;
        const place = { offset, line: this.#line, column: offset - this.#lineStart + 1 };
        const key = this.#stringHere();
        if (seen.add(key)) this.repeated.push({ key, offset, line: place.line });
        if (this.#space() !== COLON) this.#fail('expected ":"');
        this.#at++;
        visit(key, place);
        if (this.#space() !== COMMA) break;
        this.#at++;
      }
    }
    this.#leave(CLOSE_BRACE, '"," or "}"');
  }
  /** Visits each element; the visitor consumes the value. */
  elements(visit) {
    this.#enter(OPEN_BRACKET, '"["');
    if (this.#space() !== CLOSE_BRACKET) {
      for (let index = 0; ; index++) {
        visit(index);
        if (this.#space() !== COMMA) break;
        this.#at++;
      }
    }
    this.#leave(CLOSE_BRACKET, '"," or "]"');
  }
  string() {
    if (this.#space() !== QUOTE) this.#fail("expected a string");
    return this.#stringHere();
  }
  #stringHere() {
    const { start, escaped } = this.#passString();
    if (!escaped) return this.#text.slice(start + 1, this.#at - 1);
    try {
      return JSON.parse(this.#text.slice(start, this.#at));
    } catch {
      this.#at = start;
      return this.#fail("a string has an escape that JSON does not know");
    }
  }
  /** The value if it is a string; anything else is skipped. */
  stringOrSkip() {
    if (this.#space() === QUOTE) return this.#stringHere();
    this.skip();
    return void 0;
  }
  /** Whether the value is `true`; anything else is skipped. */
  isTrue() {
    const isWord = this.peek() === "word";
    const first = this.#text[this.#at];
    this.skip();
    return isWord && first === "t";
  }
  /** A small number; anything else is skipped. */
  numberOrSkip() {
    const kind = this.peek();
    const text = this.skip();
    return kind === "number" ? Number(text) : void 0;
  }
  /** @returns what a number or a word is written as, and nothing for all else */
  skip() {
    const kind = this.peek();
    if (kind === "number") return this.#passNumber();
    if (kind === "word") return this.#passWord();
    if (kind === "string") this.#passString();
    else if (kind === "object") this.members(() => this.skip());
    else this.elements(() => this.skip());
    return "";
  }
  /** @throws {JsonSyntaxError} where something follows the document. */
  end() {
    if (!Number.isNaN(this.#space())) this.#fail("something follows the document");
  }
  #enter(open, expected) {
    if (this.#space() !== open) this.#fail(`expected ${expected}`);
    if (++this.#depth > MAX_DEPTH) this.#fail(`nested deeper than ${MAX_DEPTH}`);
    this.#at++;
  }
  #leave(close, expected) {
    const code = this.#space();
    if (code !== close) {
      this.#fail(Number.isNaN(code) ? "the file ends in the middle of a value" : `expected ${expected}`);
    }
    this.#at++;
    this.#depth--;
  }
  /** Moves behind white space; the code that stands there, NaN at the end. */
  #space() {
    for (; ; ) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 10) {
        this.#line++;
        this.#lineStart = this.offset + 1;
        INDENTATION.lastIndex = this.#at + 1;
        INDENTATION.test(this.#text);
        this.#at = INDENTATION.lastIndex;
        continue;
      } else if (code !== 32 && code !== 13 && code !== 9) {
        if (!Number.isNaN(code) || !this.#readOn()) return code;
        continue;
      }
      this.#at++;
    }
  }
  /** Moves behind a string: where it began, and whether it has escapes. */
  #passString() {
    let escaped = false;
    for (let length = 1; ; ) {
      PLAIN.lastIndex = this.#at + length;
      PLAIN.test(this.#text);
      const at = PLAIN.lastIndex;
      const code = this.#text.charCodeAt(at);
      length = at - this.#at;
      if (code === QUOTE) {
        const start = this.#at;
        this.#at = at + 1;
        return { start, escaped };
      }
      if (code === BACKSLASH && (at + 1 < this.#text.length || this.#readOn())) {
        escaped = true;
        const next = this.#text.charCodeAt(this.#at + length + 1);
        length += next === QUOTE || next === BACKSLASH ? 2 : 1;
      } else if (!Number.isNaN(code) && code !== BACKSLASH) {
        this.#at = at;
        this.#fail("a control character stands in a string");
      } else if (!this.#readOn()) this.#fail("a string has no end");
    }
  }
  #passNumber() {
    do {
      NUMERIC.lastIndex = this.#at;
      NUMERIC.test(this.#text);
    } while (NUMERIC.lastIndex === this.#text.length && this.#readOn());
    NUMBER.lastIndex = this.#at;
    if (!NUMBER.test(this.#text)) this.#fail("expected a number");
    return this.#pass(NUMBER.lastIndex);
  }
  #passWord() {
    let isLast = false;
    while (!isLast && this.#text.length - this.#at < "false".length) isLast = !this.#readOn();
    for (const word of ["true", "false", "null"]) {
      if (this.#text.startsWith(word, this.#at)) return this.#pass(this.#at + word.length);
    }
    return this.#fail("expected a value");
  }
  #pass(end) {
    const passed = this.#text.slice(this.#at, end);
    this.#at = end;
    return passed;
  }
  /**
   * Lets go of what is behind and reads the file's next piece; `false` at its end. Where something long has begun it
   * reads as much again as it holds, so that the length of what is copied stays in proportion to the file's.
   */
  #readOn() {
    const held = this.#text.slice(this.#at);
    let text = held;
    while (text.length < held.length * 2 || text.length === 0) {
      const next = this.#pieces?.next();
      if (next === void 0 || next.done) break;
      text += next.value;
    }
    if (text.length === held.length) return false;
    this.#passed += this.#at;
    this.#at = 0;
    this.#text = text;
    return true;
  }
  #fail(message) {
    throw new JsonSyntaxError(message, this.offset, this.#line);
  }
};
var INDENTATION = / */y;
var PLAIN = /[^"\\\u0000-\u001f]*/y;
var NUMERIC = /[-+.\deE]*/y;
var NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var SeenKeys = class {
  #list = [];
  #set;
  add(key) {
    if (this.#set) {
      if (this.#set.has(key)) return true;
      this.#set.add(key);
      return false;
    }
    if (this.#list.includes(key)) return true;
    this.#list.push(key);
    if (this.#list.length > 12) this.#set = new Set(this.#list);
    return false;
  }
};
function readJson(text) {
  if (text.trim() === "") return { root: void 0, problems: [] };
  const building = new JsonBuilding(text);
  return building.document();
}
function readJsonWithComments(text) {
  return readJson(blankExtensions(text));
}
var JsonBuilding = class {
  #reader;
  #depth = 0;
  constructor(text) {
    this.#reader = new JsonReader(text);
  }
  document() {
    const root = { line: 1, endLine: 0, value: null };
    const problems = [];
    try {
      this.#fill(root);
      this.#reader.end();
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      problems.push({ line: error.line, code: "LOCKFILE_INVALID", message: error.message });
    }
    for (const { key, line } of this.#reader.repeated.slice(0, MAX_PROBLEMS)) {
      const message = `the key ${JSON.stringify(key.slice(0, 200))} stands twice`;
      problems.push({ line, code: "LOCKFILE_INVALID", message });
    }
    return { root, problems };
  }
  #fill(node) {
    const reader = this.#reader;
    const kind = reader.peek();
    if (kind === "object" || kind === "array") {
      if (++this.#depth > MAX_DOCUMENT_DEPTH) {
        throw new JsonSyntaxError(`nested deeper than ${MAX_DOCUMENT_DEPTH}`, reader.offset, reader.line);
      }
      if (kind === "object") this.#fillMap(node);
      else this.#fillList(node);
      this.#depth--;
    } else if (kind === "string") node.value = reader.string();
    else node.value = this.#plain();
    node.endLine = reader.line;
  }
  #fillMap(node) {
    const map = /* @__PURE__ */ new Map();
    node.value = map;
    this.#reader.members((key, { line }) => {
      const member = { line, endLine: 0, value: null };
      map.set(key, member);
      this.#fill(member);
    });
  }
  #fillList(node) {
    const list = [];
    node.value = list;
    this.#reader.elements(() => {
      this.#reader.peek();
      const element = { line: this.#reader.line, endLine: 0, value: null };
      list.push(element);
      this.#fill(element);
    });
  }
  #plain() {
    const word = this.#reader.skip();
    if (word === "null") return null;
    return word === "true" || word === "false" ? word === "true" : Number(word);
  }
};
function blankExtensions(text) {
  const pieces = [];
  let kept = 0;
  const pattern = /"(?:[^"\\\n]|\\[^\n])*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|,/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [token] = match;
    if (token.startsWith('"')) continue;
    if (token === "," && !isTrailing(text, pattern.lastIndex)) continue;
    pieces.push(text.slice(kept, match.index), token.replace(/[^\n]/g, " "));
    kept = pattern.lastIndex;
  }
  return pieces.length === 0 ? text : pieces.join("") + text.slice(kept);
}
function isTrailing(text, from) {
  const pattern = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*([\]}])?/y;
  pattern.lastIndex = from;
  return pattern.exec(text)?.[1] !== void 0;
}
var import_saxes = (0, import_cli2.__toESM)(require_saxes(), 1);
var XmlSyntaxError = class extends Error {
  line;
  constructor(message, line) {
    super(message);
    this.name = "XmlSyntaxError";
    this.line = line;
  }
};
var MAX_DEPTH2 = 256;
function readXmlTree(text) {
  const open = [];
  const held = { root: void 0 };
  try {
    walk(text, open, held);
    return { root: held.root, broken: void 0 };
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    for (const element of open) element.endLine = error.line;
    return { root: held.root, broken: error };
  }
}
function walk(text, open, held) {
  const parser = new import_saxes.SaxesParser({ xmlns: false, position: true });
  parser.on("opentagstart", (tag) => {
    const element = newElement(tag.name, parser.line);
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else held.root ??= element;
    open.push(element);
    if (open.length > MAX_DEPTH2) throw new XmlSyntaxError(`nested deeper than ${MAX_DEPTH2}`, parser.line);
  });
  parser.on("attribute", ({ name, value }) => {
    ;
    open.at(-1).attributes.set(localName(name), value);
  });
  parser.on("closetag", () => {
    const element = open.pop();
    element.text = element.text.trim();
    element.endLine = parser.line;
    element.isWhole = true;
  });
  const addText = (piece) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("error", (error) => {
    throw new XmlSyntaxError(error.message.replace(/^\d+:\d+: /, ""), parser.line);
  });
  parser.write(text);
  parser.close();
}
function newElement(name, line) {
  const attributes = /* @__PURE__ */ new Map();
  return { name: localName(name), attributes, children: [], text: "", line, endLine: line, isWhole: false };
}
function localName(name) {
  return name.slice(name.indexOf(":") + 1);
}
function childOf(element, name) {
  return element?.children.find((child) => child.name === name);
}
function childrenOf(element, name) {
  return element?.children.filter((child) => child.name === name) ?? [];
}
function childText(element, name) {
  const child = childOf(element, name);
  return child?.isWhole ? child.text || void 0 : void 0;
}
var YamlDepthError = class extends Error {
  constructor() {
    super(`nested deeper than ${MAX_DOCUMENT_DEPTH}`);
  }
};
function readFlow(text, line) {
  const reading = new FlowReading(text, line);
  const value = reading.value(0);
  return value !== void 0 && reading.isAtEnd() ? value : void 0;
}
function readQuoted(text, at) {
  return text[at] === "'" ? readSingle(text, at) : readDouble(text, at);
}
function readSingle(text, at) {
  const pattern = /'((?:[^']|'')*)'(?!')/y;
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[1];
  return found === void 0 ? void 0 : { text: found.replaceAll("''", "'"), end: pattern.lastIndex };
}
function readDouble(text, at) {
  const pattern = /"(?:[^"\\]|\\.)*"/y;
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  if (found === void 0) return void 0;
  if (!found.includes("\\")) return { text: found.slice(1, -1), end: pattern.lastIndex };
  try {
    return { text: JSON.parse(found), end: pattern.lastIndex };
  } catch {
    return void 0;
  }
}
var FlowReading = class {
  #text;
  #line;
  #at = 0;
  constructor(text, line) {
    this.#text = text;
    this.#line = line;
  }
  isAtEnd() {
    return /^\s*(?:#.*)?$/.test(this.#text.slice(this.#at));
  }
  value(depth) {
    this.#space();
    const first = this.#text[this.#at];
    if (first === "{" || first === "[") {
      if (depth > MAX_DOCUMENT_DEPTH) throw new YamlDepthError();
      return first === "{" ? this.#map(depth + 1) : this.#list(depth + 1);
    }
    return this.#scalar(/[^,\]}[{]+/y);
  }
  #map(depth) {
    const map = /* @__PURE__ */ new Map();
    this.#at++;
    while (!this.#takes("}")) {
      const key = this.#scalar(/[^,\]}[{:]+(?::[^\s,\]}[{:]+)*/y);
      if (typeof key !== "string" || !this.#takes(":")) return void 0;
      const value = this.value(depth);
      if (value === void 0 || map.has(key)) return void 0;
      map.set(key, this.#node(value));
      if (this.#takes(",")) continue;
      return this.#takes("}") ? map : void 0;
    }
    return map;
  }
  #list(depth) {
    const list = [];
    this.#at++;
    while (!this.#takes("]")) {
      const value = this.value(depth);
      if (value === void 0) return void 0;
      list.push(this.#node(value));
      if (this.#takes(",")) continue;
      return this.#takes("]") ? list : void 0;
    }
    return list;
  }
  #scalar(plain) {
    this.#space();
    const first = this.#text.charAt(this.#at);
    if (first === '"' || first === "'") {
      const quoted = readQuoted(this.#text, this.#at);
      if (quoted) this.#at = quoted.end;
      return quoted?.text;
    }
    plain.lastIndex = this.#at;
    const found = plain.exec(this.#text)?.[0].trim();
    if (found === void 0 || /^[&*!|>%@`?#-](?:\s|$)|^[&*!|>%@`]|\s#|:\s/.test(found)) return void 0;
    this.#at = plain.lastIndex;
    return found === "null" || found === "~" ? null : found;
  }
  #takes(character) {
    this.#space();
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }
  #space() {
    while (this.#text[this.#at] === " ") this.#at++;
  }
  #node(value) {
    return { line: this.#line, endLine: this.#line, value };
  }
};
var YamlSubsetError = class extends Error {
};
var YamlSyntaxError = class extends Error {
};
var YamlRepeatedError = class extends Error {
};
var OUTSIDE = /^[&*!@`%|>?\]},#]|^[?:-](?:\s|$)/;
var YamlLines = class {
  #text;
  /** Where the current line begins, and where it ends. */
  #start = 0;
  #end = 0;
  /** Of the first character that is not a space; -1 at the end of the document. */
  #indent = -1;
  #line = 0;
  #lastLine = 0;
  #depth = 0;
  #root;
  #problems = [];
  #see;
  /** @param see given where no more than one member is to be held @throws {YamlRepeatedError} only then */
  constructor(text, see) {
    this.#text = text;
    this.#see = see;
    this.#end = -1;
    this.#next();
  }
  isAtEnd() {
    return this.#indent === -1 && this.#end >= this.#text.length;
  }
  document() {
    this.#problems = [];
    this.#root = void 0;
    if (this.#isMarker("---")) {
      if (this.#rest(this.#start + 3) !== "") throw new YamlSubsetError('content behind "---"');
      this.#next();
    }
    if (this.#indent !== -1 && !this.#isMarker("---")) {
      this.#root = { line: this.#line, endLine: 0, value: null };
      this.#block(this.#root, this.#indent);
      if (this.#indent !== -1 && !this.#isMarker("---") && !this.#isMarker("...")) {
        this.#refuseIndent("less than what is");
      }
    }
    if (this.#isMarker("...")) this.#next();
    return this.part();
  }
  /** Of the line that is being read. */
  get line() {
    return this.#line;
  }
  /** What was read of the document before it broke off. */
  part() {
    return { root: this.#root, problems: this.#problems };
  }
  #block(node, indent) {
    if (++this.#depth > MAX_DOCUMENT_DEPTH) throw new YamlDepthError();
    if (this.#isDash()) this.#list(node, indent);
    else this.#map(node, indent);
    this.#depth--;
  }
  #map(node, indent) {
    const map = /* @__PURE__ */ new Map();
    node.value = map;
    while (this.#indent === indent && !this.#isDash() && !this.#isAtMarker(indent)) {
      const { key, behind } = this.#key(map.size > 0);
      const member = { line: this.#line, endLine: 0, value: null };
      const see = this.#depth === 1 ? this.#see : void 0;
      if (see && map.has(key)) throw new YamlRepeatedError();
      if (map.has(key)) this.#tell(`the key ${JSON.stringify(key.slice(0, 200))} stands twice`);
      map.set(key, member);
      this.#value(member, behind, indent);
      member.endLine = this.#lastLine;
      if (!see) continue;
      see(key, member);
      member.value = null;
    }
    if (this.#indent > indent) this.#refuseIndent("more than the map");
    node.endLine = this.#lastLine;
  }
  #list(node, indent) {
    const list = [];
    node.value = list;
    while (this.#indent === indent && this.#isDash()) {
      const element = { line: this.#line, endLine: 0, value: null };
      list.push(element);
      this.#element(element, indent);
      element.endLine = this.#lastLine;
    }
    if (this.#indent > indent) this.#refuseIndent("more than the list");
    node.endLine = this.#lastLine;
  }
  /** `- key: value` is a map whose keys stand where the first one does. */
  #element(element, indent) {
    let at = this.#start + indent + 1;
    while (this.#text[at] === " ") at++;
    const inner = at - this.#start;
    const isMap = this.#keyEnd(at) !== -1 && !/^["'[{]/.test(this.#text.charAt(at));
    const isNested = this.#text[at] === "-" && (this.#text[at + 1] === " " || at + 1 === this.#end);
    if (isNested) throw new YamlSubsetError("a list in a list");
    if (isMap && at < this.#end) {
      this.#indent = inner;
      this.#block(element, inner);
    } else this.#value(element, at, indent);
  }
  #value(node, behind, indent) {
    const text = this.#rest(behind);
    const line = this.#line;
    if (text === "") {
      this.#next();
      const isNested = this.#indent > indent || this.#indent === indent && this.#isDash();
      if (isNested) this.#block(node, this.#indent);
      else this.#lastLine = line;
      return;
    }
    if (/^[|>][0-9+-]{0,2}$/.test(text)) {
      node.value = this.#blockScalar(indent);
      return;
    }
    node.value = this.#scalar(text, node);
    this.#lastLine = line;
    this.#next();
    if (this.#indent > indent) this.#refuseContinuation();
  }
  /** The full parser takes a key without a name wherever it stands. */
  #refuseIndent(than) {
    const isNameless = this.#text[this.#start + this.#indent] === ":";
    throw new (isNameless ? YamlSubsetError : YamlSyntaxError)(`it is indented ${than} above it`);
  }
  /** Values of several lines are YAML; that one of those lines is a key as well is not. */
  #refuseContinuation() {
    if (this.#keyEnd(this.#start + this.#indent) !== -1 && this.#isPlainStart()) {
      throw new YamlSyntaxError("a map below a value");
    }
    throw new YamlSubsetError("a value of several lines");
  }
  #scalar(text, node) {
    const first = text[0];
    if (first === "{" || first === "[") {
      const value = readFlow(text, node.line);
      if (value === void 0) throw new YamlSubsetError("a flow value");
      return value;
    }
    if (first === '"' || first === "'") {
      const quoted = readQuoted(text, 0);
      const behind = quoted && text.slice(quoted.end);
      if (behind !== void 0 && /^ *[^\s#:]/.test(behind))
        throw new YamlSyntaxError("text behind a quoted value");
      if (behind === void 0 || !/^\s*(?:#.*)?$/.test(behind)) throw new YamlSubsetError("a quoted value");
      return quoted.text;
    }
    if (OUTSIDE.test(text)) throw new YamlSubsetError("a value that is not plain");
    const comment = text.search(/\s#/);
    const plain = comment === -1 ? text : text.slice(0, comment).trimEnd();
    if (/:(?:\s|$)/.test(plain)) {
      const isSure = comment === -1 && this.#hasPlainSpaces();
      throw new (isSure ? YamlSyntaxError : YamlSubsetError)("a map in a value on its line");
    }
    return plain === "null" || plain === "~" ? null : plain;
  }
  /** The lines that stand deeper than the key, joined as they are; nobody asks for more. */
  #blockScalar(indent) {
    const lines = [];
    let last = this.#line;
    while (this.#advance()) {
      const text = this.#text.slice(this.#start, this.#end).trimEnd();
      const own = text.length - text.trimStart().length;
      if (text !== "" && own <= indent) break;
      lines.push(text.trimStart());
      if (text !== "") last = this.#line;
    }
    this.#settle();
    this.#lastLine = last;
    return lines.join("\n").trim();
  }
  /** @param isNext whether a key of the same map stands above it, so that it must be one too */
  #key(isNext) {
    const from = this.#start + this.#indent;
    const first = this.#text[from];
    if (first === '"' || first === "'") {
      const line = this.#text.slice(from, this.#end);
      if (isNext && !/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!'))\s*:/.test(line)) {
        throw new YamlSyntaxError("a quoted key without an end or without a colon");
      }
      const quoted = readQuoted(line, 0);
      if (!quoted || line[quoted.end] !== ":") throw new YamlSubsetError("a quoted key");
      return { key: quoted.text, behind: from + quoted.end + 1 };
    }
    const end = this.#keyEnd(from);
    const key = end === -1 ? "" : this.#text.slice(from, end).trimEnd();
    if (isNext && end === -1 && this.#isPlainStart())
      throw new YamlSyntaxError("a line of a map without a key");
    if (key === "" || OUTSIDE.test(key) || /^[[{"']|\s#/.test(key)) throw new YamlSubsetError("no key");
    return { key, behind: end + 1 };
  }
  /** Whether the line begins as plain text does, so that nothing but plain text can stand there. */
  #isPlainStart() {
    const text = this.#rest(this.#start + this.#indent);
    return this.#hasPlainSpaces() && text !== "" && !OUTSIDE.test(text) && !/^[[{"']/.test(text);
  }
  /** Whether its only white space are spaces: other characters separate for some readers and not for others. */
  #hasPlainSpaces() {
    return !/[^\S ]/.test(this.#text.slice(this.#start, this.#end).replace(/\r$/, ""));
  }
  /** The first `:` that ends a plain key, before the line's end; -1 where there is none. */
  #keyEnd(from) {
    for (let at = this.#text.indexOf(":", from); at !== -1 && at < this.#end; ) {
      const next = this.#text[at + 1];
      if (at + 1 >= this.#end || next === " " || next === "\r") return at;
      at = this.#text.indexOf(":", at + 1);
    }
    return -1;
  }
  #rest(from) {
    const text = this.#text.slice(from, this.#end).trim();
    return text.startsWith("#") ? "" : text;
  }
  #isDash() {
    const at = this.#start + this.#indent;
    if (this.#text[at] !== "-") return false;
    const next = this.#text[at + 1];
    return next === " " || next === "\r" || at + 1 >= this.#end;
  }
  #isAtMarker(indent) {
    return indent === 0 && (this.#isMarker("---") || this.#isMarker("..."));
  }
  #isMarker(marker) {
    return this.#indent === 0 && this.#text.startsWith(marker, this.#start) && /^\s?$/.test(this.#text.charAt(this.#start + 3));
  }
  /** To the next line that says something. */
  #next() {
    if (this.#advance()) this.#settle();
    else this.#indent = -1;
  }
  /** From the current line on to one that is neither blank nor a comment. */
  #settle() {
    while (this.#start <= this.#text.length && this.#start !== this.#end + 1) {
      let at = this.#start;
      while (this.#text[at] === " ") at++;
      const first = this.#text.charAt(at);
      const isBlank = at >= this.#end || first === "#" || first === "\r" && at + 1 >= this.#end;
      if (!isBlank) {
        if (first === "	") throw new YamlSubsetError("a tab");
        this.#indent = at - this.#start;
        return;
      }
      if (!this.#advance()) break;
    }
    this.#indent = -1;
  }
  #advance() {
    if (this.#end >= this.#text.length) {
      this.#start = this.#end + 1;
      return false;
    }
    this.#start = this.#end + 1;
    const end = this.#text.indexOf("\n", this.#start);
    this.#end = end === -1 ? this.#text.length : end;
    this.#line++;
    return true;
  }
  #tell(message) {
    if (this.#problems.length >= MAX_PROBLEMS) return;
    this.#problems.push({ line: this.#line, code: "LOCKFILE_INVALID", message });
  }
};
var FULL_PARSER_LIMITS = {
  maxLength: 4 * 1024 * 1024,
  maxNodes: 4e5,
  maxDepth: MAX_DOCUMENT_DEPTH
};
var MAX_MARKS = 1e5;
var MARKS = new Uint8Array(128);
for (const mark of `
:,-?[]{}&*!|>#%"'`) MARKS[mark.charCodeAt(0)] = 1;
function countMarks(text) {
  let marks = 0;
  for (let at = 0; at < text.length; at++) marks += MARKS[text.charCodeAt(at)] ?? 0;
  return marks;
}
async function readYamlDocuments(text) {
  const documents = [];
  let reading;
  try {
    reading = new YamlLines(text);
    while (!reading.isAtEnd()) documents.push(reading.document());
    return documents;
  } catch (error) {
    if (error instanceof YamlDepthError || error instanceof YamlSyntaxError) {
      return [...documents, brokenOff(reading, error)];
    }
    if (!(error instanceof YamlSubsetError)) throw error;
    const part = reading?.part() ?? { root: void 0, problems: [] };
    const rest = await readFully(text);
    if (rest.root) return [rest];
    const problems = rest.problems.length > 0 ? rest.problems : part.problems;
    return [...documents, { root: part.root, problems }];
  }
}
function brokenOff(reading, { message }) {
  const line = reading?.line ?? 1;
  return { root: reading?.part().root, problems: [{ line, code: "LOCKFILE_INVALID", message }] };
}
async function readYaml(text) {
  return (await readYamlDocuments(text))[0] ?? { root: void 0, problems: [] };
}
async function readYamlMembers(text, begin) {
  const problems = showMembers(text, begin());
  if (problems) return problems;
  const document = await readYaml(text);
  const see = begin();
  for (const [key, member] of membersOf(document.root)) if (isWhole(member)) see(key, member);
  return document.problems;
}
function showMembers(text, see) {
  try {
    const reading = new YamlLines(text, see);
    if (reading.isAtEnd()) return void 0;
    const { problems } = reading.document();
    return reading.isAtEnd() ? problems : void 0;
  } catch (error) {
    const isOfText = [YamlDepthError, YamlSyntaxError, YamlSubsetError, YamlRepeatedError].some(
      (kind) => error instanceof kind
    );
    if (isOfText) return void 0;
    throw error;
  }
}
async function readFully(text) {
  const marks = countMarks(text);
  if (marks > MAX_MARKS) {
    const message = `it is not written as tools write it, and ${marks} marks of syntax are more than the ${MAX_MARKS} that are read then`;
    return { root: void 0, problems: [{ code: "LIMIT_EXCEEDED", message }] };
  }
  const { parseYamlTree } = await Promise.resolve().then(() => require("./yaml-tree-80578C9C.cjs").yaml_tree_QWZRDHBO);
  try {
    const { root } = parseYamlTree(text, { source: "", ...FULL_PARSER_LIMITS });
    return { root: root ? toNode(root, root.span.line) : void 0, problems: [] };
  } catch (error) {
    if (!(error instanceof import_cli.SallyportError)) throw error;
    const line = error.place?.line;
    const code = error.code === "LIMIT_EXCEEDED" ? "LIMIT_EXCEEDED" : "LOCKFILE_INVALID";
    return {
      root: void 0,
      problems: [{ code, message: error.message, ...line === void 0 ? {} : { line } }]
    };
  }
}
function toNode(node, line) {
  const { endLine } = node.span;
  if (node.kind === "scalar") return { line, endLine, value: node.value === null ? null : node.text };
  if (node.kind === "list") {
    return { line, endLine, value: node.items.map((item) => toNode(item, item.span.line)) };
  }
  const map = /* @__PURE__ */ new Map();
  for (const { key, value } of node.entries) map.set(key.text, toNode(value, key.span.line));
  return { line, endLine, value: map };
}
function* eachLine(text) {
  let start = 0;
  for (let number = 1; start <= text.length; number++) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const hasReturn = end > start && text.charCodeAt(end - 1) === 13;
    yield { text: text.slice(start, hasReturn ? end - 1 : end), number };
    start = end + 1;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_3KEYJEYD,
  chunk_7UF6RGKQ
});
