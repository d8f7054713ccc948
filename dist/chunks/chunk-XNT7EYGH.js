const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  isActionPath,
  isWorkflowPath,
  parseWorkflow
} from "./chunk-TRSKKHDA.js";
import {
  compareSemver,
  parseSemver
} from "./chunk-KVLHJTJD.js";
import {
  parseYamlTree
} from "./chunk-4I447DTB.js";
import {
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";
import {
  __commonJS,
  __toESM
} from "./chunk-BRIVT672.js";

// ../../../work/main/node_modules/xmlchars/xml/1.0/ed5.js
var require_ed5 = __commonJS({
  "../../../work/main/node_modules/xmlchars/xml/1.0/ed5.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CHAR = "	\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}";
    exports.S = " 	\r\n";
    exports.NAME_START_CHAR = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
    exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
    exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
    exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
    exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
    exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE2 = 32;
    exports.S_LIST = [SPACE2, NL, CR, TAB];
    function isChar(c) {
      return c >= SPACE2 && c <= 55295 || c === NL || c === CR || c === TAB || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isChar = isChar;
    function isS(c) {
      return c === SPACE2 || c === NL || c === CR || c === TAB;
    }
    exports.isS = isS;
    function isNameStartChar(c) {
      return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNameStartChar = isNameStartChar;
    function isNameChar(c) {
      return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
    }
    exports.isNameChar = isNameChar;
  }
});

// ../../../work/main/node_modules/xmlchars/xml/1.1/ed2.js
var require_ed2 = __commonJS({
  "../../../work/main/node_modules/xmlchars/xml/1.1/ed2.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CHAR = "-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}";
    exports.RESTRICTED_CHAR = "-\b\v\f-\x7F-\x84\x86-\x9F";
    exports.S = " 	\r\n";
    exports.NAME_START_CHAR = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
    exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
    exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
    exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
    exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
    exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
    exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE2 = 32;
    exports.S_LIST = [SPACE2, NL, CR, TAB];
    function isChar(c) {
      return c >= 1 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isChar = isChar;
    function isRestrictedChar(c) {
      return c >= 1 && c <= 8 || c === 11 || c === 12 || c >= 14 && c <= 31 || c >= 127 && c <= 132 || c >= 134 && c <= 159;
    }
    exports.isRestrictedChar = isRestrictedChar;
    function isCharAndNotRestricted(c) {
      return c === 9 || c === 10 || c === 13 || c > 31 && c < 127 || c === 133 || c > 159 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isCharAndNotRestricted = isCharAndNotRestricted;
    function isS(c) {
      return c === SPACE2 || c === NL || c === CR || c === TAB;
    }
    exports.isS = isS;
    function isNameStartChar(c) {
      return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNameStartChar = isNameStartChar;
    function isNameChar(c) {
      return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
    }
    exports.isNameChar = isNameChar;
  }
});

// ../../../work/main/node_modules/xmlchars/xmlns/1.0/ed3.js
var require_ed3 = __commonJS({
  "../../../work/main/node_modules/xmlchars/xmlns/1.0/ed3.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.NC_NAME_START_CHAR = "A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
    exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
    exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
    function isNCNameStartChar(c) {
      return c >= 65 && c <= 90 || c === 95 || c >= 97 && c <= 122 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8204 && c <= 8205 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNCNameStartChar = isNCNameStartChar;
    function isNCNameChar(c) {
      return isNCNameStartChar(c) || (c === 45 || c === 46 || c >= 48 && c <= 57 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256);
    }
    exports.isNCNameChar = isNCNameChar;
  }
});

// ../../../work/main/node_modules/saxes/saxes.js
var require_saxes = __commonJS({
  "../../../work/main/node_modules/saxes/saxes.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.SaxesParser = exports.EVENTS = void 0;
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
    var SPACE2 = 32;
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
    exports.EVENTS = [
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
          if (code >= SPACE2 || code === TAB) {
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
          this.q = SPACE2;
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
    exports.SaxesParser = SaxesParser2;
  }
});

// ../../../work/main/node_modules/semver/internal/constants.js
var require_constants = __commonJS({
  "../../../work/main/node_modules/semver/internal/constants.js"(exports, module) {
    "use strict";
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_LENGTH2 = 256;
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || /* istanbul ignore next */
    9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH2 - 6;
    var WHITESPACE_CHARACTERS = [
      "	",
      "\n",
      "\v",
      "\f",
      "\r",
      " ",
      "\xA0",
      "\u1680",
      "\u2000",
      "\u2001",
      "\u2002",
      "\u2003",
      "\u2004",
      "\u2005",
      "\u2006",
      "\u2007",
      "\u2008",
      "\u2009",
      "\u200A",
      "\u2028",
      "\u2029",
      "\u202F",
      "\u205F",
      "\u3000",
      "\uFEFF"
    ];
    var RELEASE_TYPES = [
      "major",
      "premajor",
      "minor",
      "preminor",
      "patch",
      "prepatch",
      "prerelease"
    ];
    module.exports = {
      MAX_LENGTH: MAX_LENGTH2,
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_SAFE_INTEGER,
      WHITESPACE_CHARACTERS,
      RELEASE_TYPES,
      SEMVER_SPEC_VERSION,
      FLAG_INCLUDE_PRERELEASE: 1,
      FLAG_LOOSE: 2
    };
  }
});

// ../../../work/main/node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "../../../work/main/node_modules/semver/internal/debug.js"(exports, module) {
    "use strict";
    var debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module.exports = debug;
  }
});

// ../../../work/main/node_modules/semver/internal/re.js
var require_re = __commonJS({
  "../../../work/main/node_modules/semver/internal/re.js"(exports, module) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH: MAX_LENGTH2
    } = require_constants();
    var debug = require_debug();
    exports = module.exports = {};
    var re = exports.re = [];
    var safeRe = exports.safeRe = [];
    var src = exports.src = [];
    var safeSrc = exports.safeSrc = [];
    var t = exports.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [
      ["\\s", 1],
      ["\\d", MAX_LENGTH2],
      [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
    ];
    var makeSafeRegex = (value) => {
      for (const [token, max] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
      }
      return value;
    };
    var createToken = (name, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index = R++;
      debug(name, index, value);
      t[name] = index;
      src[index] = value;
      safeSrc[index] = safe;
      re[index] = new RegExp(value, isGlobal ? "g" : void 0);
      safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
    createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
    createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
    createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
    createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
    createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
    createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
    createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
    createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
    createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
    createToken("FULL", `^${src[t.FULLPLAIN]}$`);
    createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
    createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
    createToken("GTLT", "((?:<|>)?=?)");
    createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
    createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
    createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
    createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COERCEPLAIN", `${"(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
    createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
    createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
    createToken("COERCERTL", src[t.COERCE], true);
    createToken("COERCERTLFULL", src[t.COERCEFULL], true);
    createToken("LONETILDE", "(?:~>?)");
    createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
    exports.tildeTrimReplace = "$1~";
    createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
    createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("LONECARET", "(?:\\^)");
    createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
    exports.caretTrimReplace = "$1^";
    createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
    createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
    createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
    createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
    exports.comparatorTrimReplace = "$1$2$3";
    createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
    createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
    createToken("STAR", "(<|>)?=?\\s*\\*");
    createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
    createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// ../../../work/main/node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJS({
  "../../../work/main/node_modules/semver/internal/parse-options.js"(exports, module) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = (options) => {
      if (!options) {
        return emptyOpts;
      }
      if (typeof options !== "object") {
        return looseOption;
      }
      return options;
    };
    module.exports = parseOptions;
  }
});

// ../../../work/main/node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJS({
  "../../../work/main/node_modules/semver/internal/identifiers.js"(exports, module) {
    "use strict";
    var numeric = /^[0-9]+$/;
    var compareIdentifiers = (a, b) => {
      if (typeof a === "number" && typeof b === "number") {
        return a === b ? 0 : a < b ? -1 : 1;
      }
      const anum = numeric.test(a);
      const bnum = numeric.test(b);
      if (anum && bnum) {
        a = +a;
        b = +b;
      }
      return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
    };
    var rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
    module.exports = {
      compareIdentifiers,
      rcompareIdentifiers
    };
  }
});

// ../../../work/main/node_modules/semver/classes/semver.js
var require_semver = __commonJS({
  "../../../work/main/node_modules/semver/classes/semver.js"(exports, module) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH: MAX_LENGTH2, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers } = require_identifiers();
    var isPrereleaseIdentifier = (prerelease, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
          return false;
        }
      }
      return true;
    };
    var SemVer = class _SemVer {
      constructor(version, options) {
        options = parseOptions(options);
        if (version instanceof _SemVer) {
          if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) {
            return version;
          } else {
            version = version.version;
          }
        } else if (typeof version !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
        }
        if (version.length > MAX_LENGTH2) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH2} characters`
          );
        }
        debug("SemVer", version, options);
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version}`);
        }
        this.raw = version;
        this.major = +m[1];
        this.minor = +m[2];
        this.patch = +m[3];
        if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
          throw new TypeError("Invalid major version");
        }
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
          throw new TypeError("Invalid minor version");
        }
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
          throw new TypeError("Invalid patch version");
        }
        if (!m[4]) {
          this.prerelease = [];
        } else {
          this.prerelease = m[4].split(".").map((id) => {
            if (/^[0-9]+$/.test(id)) {
              const num = +id;
              if (num >= 0 && num < MAX_SAFE_INTEGER) {
                return num;
              }
            }
            return id;
          });
        }
        this.build = m[5] ? m[5].split(".") : [];
        this.format();
      }
      format() {
        this.version = `${this.major}.${this.minor}.${this.patch}`;
        if (this.prerelease.length) {
          this.version += `-${this.prerelease.join(".")}`;
        }
        return this.version;
      }
      toString() {
        return this.version;
      }
      compare(other) {
        debug("SemVer.compare", this.version, this.options, other);
        if (!(other instanceof _SemVer)) {
          if (typeof other === "string" && other === this.version) {
            return 0;
          }
          other = new _SemVer(other, this.options);
        }
        if (other.version === this.version) {
          return 0;
        }
        return this.compareMain(other) || this.comparePre(other);
      }
      compareMain(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.major < other.major) {
          return -1;
        }
        if (this.major > other.major) {
          return 1;
        }
        if (this.minor < other.minor) {
          return -1;
        }
        if (this.minor > other.minor) {
          return 1;
        }
        if (this.patch < other.patch) {
          return -1;
        }
        if (this.patch > other.patch) {
          return 1;
        }
        return 0;
      }
      comparePre(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.prerelease.length && !other.prerelease.length) {
          return -1;
        } else if (!this.prerelease.length && other.prerelease.length) {
          return 1;
        } else if (!this.prerelease.length && !other.prerelease.length) {
          return 0;
        }
        let i = 0;
        do {
          const a = this.prerelease[i];
          const b = other.prerelease[i];
          debug("prerelease compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i = 0;
        do {
          const a = this.build[i];
          const b = other.build[i];
          debug("build compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
      inc(release, identifier, identifierBase) {
        if (release.startsWith("pre")) {
          if (!identifier && identifierBase === false) {
            throw new Error("invalid increment argument: identifier is empty");
          }
          if (identifier) {
            const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!match || match[1] !== identifier) {
              throw new Error(`invalid identifier: ${identifier}`);
            }
          }
        }
        switch (release) {
          case "premajor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor = 0;
            this.major++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "preminor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "prepatch":
            this.prerelease.length = 0;
            this.inc("patch", identifier, identifierBase);
            this.inc("pre", identifier, identifierBase);
            break;
          // If the input is a non-prerelease version, this acts the same as
          // prepatch.
          case "prerelease":
            if (this.prerelease.length === 0) {
              this.inc("patch", identifier, identifierBase);
            }
            this.inc("pre", identifier, identifierBase);
            break;
          case "release":
            if (this.prerelease.length === 0) {
              throw new Error(`version ${this.raw} is not a prerelease`);
            }
            this.prerelease.length = 0;
            break;
          case "major":
            if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) {
              this.major++;
            }
            this.minor = 0;
            this.patch = 0;
            this.prerelease = [];
            break;
          case "minor":
            if (this.patch !== 0 || this.prerelease.length === 0) {
              this.minor++;
            }
            this.patch = 0;
            this.prerelease = [];
            break;
          case "patch":
            if (this.prerelease.length === 0) {
              this.patch++;
            }
            this.prerelease = [];
            break;
          // This probably shouldn't be used publicly.
          // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
          case "pre": {
            const base = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base];
            } else {
              let i = this.prerelease.length;
              while (--i >= 0) {
                if (typeof this.prerelease[i] === "number") {
                  this.prerelease[i]++;
                  i = -2;
                }
              }
              if (i === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease = [identifier, base];
              if (identifierBase === false) {
                prerelease = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease;
                }
              } else {
                this.prerelease = prerelease;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release}`);
        }
        this.raw = this.format();
        if (this.build.length) {
          this.raw += `+${this.build.join(".")}`;
        }
        return this;
      }
    };
    module.exports = SemVer;
  }
});

// ../../../work/main/node_modules/semver/functions/parse.js
var require_parse = __commonJS({
  "../../../work/main/node_modules/semver/functions/parse.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse2 = (version, options, throwErrors = false) => {
      if (version instanceof SemVer) {
        return version;
      }
      try {
        return new SemVer(version, options);
      } catch (er) {
        if (!throwErrors) {
          return null;
        }
        throw er;
      }
    };
    module.exports = parse2;
  }
});

// ../../../work/main/node_modules/semver/functions/valid.js
var require_valid = __commonJS({
  "../../../work/main/node_modules/semver/functions/valid.js"(exports, module) {
    "use strict";
    var parse2 = require_parse();
    var valid = (version, options) => {
      const v = parse2(version, options);
      return v ? v.version : null;
    };
    module.exports = valid;
  }
});

// ../../../work/main/node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "../../../work/main/node_modules/semver/functions/clean.js"(exports, module) {
    "use strict";
    var parse2 = require_parse();
    var clean = (version, options) => {
      const s = parse2(version.trim().replace(/^[=v]+/, ""), options);
      return s ? s.version : null;
    };
    module.exports = clean;
  }
});

// ../../../work/main/node_modules/semver/functions/inc.js
var require_inc = __commonJS({
  "../../../work/main/node_modules/semver/functions/inc.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var inc = (version, release, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version instanceof SemVer ? version.version : version,
          options
        ).inc(release, identifier, identifierBase).version;
      } catch (er) {
        return null;
      }
    };
    module.exports = inc;
  }
});

// ../../../work/main/node_modules/semver/functions/diff.js
var require_diff = __commonJS({
  "../../../work/main/node_modules/semver/functions/diff.js"(exports, module) {
    "use strict";
    var parse2 = require_parse();
    var diff = (version1, version2) => {
      const v1 = parse2(version1, null, true);
      const v2 = parse2(version2, null, true);
      const comparison = v1.compare(v2);
      if (comparison === 0) {
        return null;
      }
      const v1Higher = comparison > 0;
      const highVersion = v1Higher ? v1 : v2;
      const lowVersion = v1Higher ? v2 : v1;
      const highHasPre = !!highVersion.prerelease.length;
      const lowHasPre = !!lowVersion.prerelease.length;
      if (lowHasPre && !highHasPre) {
        if (!lowVersion.patch && !lowVersion.minor) {
          return "major";
        }
        if (lowVersion.compareMain(highVersion) === 0) {
          if (lowVersion.minor && !lowVersion.patch) {
            return "minor";
          }
          return "patch";
        }
      }
      const prefix = highHasPre ? "pre" : "";
      if (v1.major !== v2.major) {
        return prefix + "major";
      }
      if (v1.minor !== v2.minor) {
        return prefix + "minor";
      }
      if (v1.patch !== v2.patch) {
        return prefix + "patch";
      }
      return "prerelease";
    };
    module.exports = diff;
  }
});

// ../../../work/main/node_modules/semver/functions/major.js
var require_major = __commonJS({
  "../../../work/main/node_modules/semver/functions/major.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var major = (a, loose) => new SemVer(a, loose).major;
    module.exports = major;
  }
});

// ../../../work/main/node_modules/semver/functions/minor.js
var require_minor = __commonJS({
  "../../../work/main/node_modules/semver/functions/minor.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var minor = (a, loose) => new SemVer(a, loose).minor;
    module.exports = minor;
  }
});

// ../../../work/main/node_modules/semver/functions/patch.js
var require_patch = __commonJS({
  "../../../work/main/node_modules/semver/functions/patch.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var patch = (a, loose) => new SemVer(a, loose).patch;
    module.exports = patch;
  }
});

// ../../../work/main/node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "../../../work/main/node_modules/semver/functions/prerelease.js"(exports, module) {
    "use strict";
    var parse2 = require_parse();
    var prerelease = (version, options) => {
      const parsed = parse2(version, options);
      return parsed && parsed.prerelease.length ? parsed.prerelease : null;
    };
    module.exports = prerelease;
  }
});

// ../../../work/main/node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "../../../work/main/node_modules/semver/functions/compare.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module.exports = compare;
  }
});

// ../../../work/main/node_modules/semver/functions/rcompare.js
var require_rcompare = __commonJS({
  "../../../work/main/node_modules/semver/functions/rcompare.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var rcompare = (a, b, loose) => compare(b, a, loose);
    module.exports = rcompare;
  }
});

// ../../../work/main/node_modules/semver/functions/compare-loose.js
var require_compare_loose = __commonJS({
  "../../../work/main/node_modules/semver/functions/compare-loose.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var compareLoose = (a, b) => compare(a, b, true);
    module.exports = compareLoose;
  }
});

// ../../../work/main/node_modules/semver/functions/compare-build.js
var require_compare_build = __commonJS({
  "../../../work/main/node_modules/semver/functions/compare-build.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compareBuild = (a, b, loose) => {
      const versionA = new SemVer(a, loose);
      const versionB = new SemVer(b, loose);
      return versionA.compare(versionB) || versionA.compareBuild(versionB);
    };
    module.exports = compareBuild;
  }
});

// ../../../work/main/node_modules/semver/functions/sort.js
var require_sort = __commonJS({
  "../../../work/main/node_modules/semver/functions/sort.js"(exports, module) {
    "use strict";
    var compareBuild = require_compare_build();
    var sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose));
    module.exports = sort;
  }
});

// ../../../work/main/node_modules/semver/functions/rsort.js
var require_rsort = __commonJS({
  "../../../work/main/node_modules/semver/functions/rsort.js"(exports, module) {
    "use strict";
    var compareBuild = require_compare_build();
    var rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose));
    module.exports = rsort;
  }
});

// ../../../work/main/node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "../../../work/main/node_modules/semver/functions/gt.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var gt = (a, b, loose) => compare(a, b, loose) > 0;
    module.exports = gt;
  }
});

// ../../../work/main/node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "../../../work/main/node_modules/semver/functions/lt.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var lt = (a, b, loose) => compare(a, b, loose) < 0;
    module.exports = lt;
  }
});

// ../../../work/main/node_modules/semver/functions/eq.js
var require_eq = __commonJS({
  "../../../work/main/node_modules/semver/functions/eq.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var eq = (a, b, loose) => compare(a, b, loose) === 0;
    module.exports = eq;
  }
});

// ../../../work/main/node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "../../../work/main/node_modules/semver/functions/neq.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var neq = (a, b, loose) => compare(a, b, loose) !== 0;
    module.exports = neq;
  }
});

// ../../../work/main/node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "../../../work/main/node_modules/semver/functions/gte.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var gte = (a, b, loose) => compare(a, b, loose) >= 0;
    module.exports = gte;
  }
});

// ../../../work/main/node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "../../../work/main/node_modules/semver/functions/lte.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var lte = (a, b, loose) => compare(a, b, loose) <= 0;
    module.exports = lte;
  }
});

// ../../../work/main/node_modules/semver/functions/cmp.js
var require_cmp = __commonJS({
  "../../../work/main/node_modules/semver/functions/cmp.js"(exports, module) {
    "use strict";
    var eq = require_eq();
    var neq = require_neq();
    var gt = require_gt();
    var gte = require_gte();
    var lt = require_lt();
    var lte = require_lte();
    var cmp = (a, op, b, loose) => {
      switch (op) {
        case "===":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a === b;
        case "!==":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a !== b;
        case "":
        case "=":
        case "==":
          return eq(a, b, loose);
        case "!=":
          return neq(a, b, loose);
        case ">":
          return gt(a, b, loose);
        case ">=":
          return gte(a, b, loose);
        case "<":
          return lt(a, b, loose);
        case "<=":
          return lte(a, b, loose);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    };
    module.exports = cmp;
  }
});

// ../../../work/main/node_modules/semver/functions/coerce.js
var require_coerce = __commonJS({
  "../../../work/main/node_modules/semver/functions/coerce.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse2 = require_parse();
    var { safeRe: re, t } = require_re();
    var coerce = (version, options) => {
      if (version instanceof SemVer) {
        return version;
      }
      if (typeof version === "number") {
        version = String(version);
      }
      if (typeof version !== "string") {
        return null;
      }
      options = options || {};
      let match = null;
      if (!options.rtl) {
        match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
      } else {
        const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
        let next;
        while ((next = coerceRtlRegex.exec(version)) && (!match || match.index + match[0].length !== version.length)) {
          if (!match || next.index + next[0].length !== match.index + match[0].length) {
            match = next;
          }
          coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
        }
        coerceRtlRegex.lastIndex = -1;
      }
      if (match === null) {
        return null;
      }
      const major = match[2];
      const minor = match[3] || "0";
      const patch = match[4] || "0";
      const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
      const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
      return parse2(`${major}.${minor}.${patch}${prerelease}${build}`, options);
    };
    module.exports = coerce;
  }
});

// ../../../work/main/node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "../../../work/main/node_modules/semver/functions/truncate.js"(exports, module) {
    "use strict";
    var parse2 = require_parse();
    var constants = require_constants();
    var SemVer = require_semver();
    var truncate = (version, truncation, options) => {
      if (!constants.RELEASE_TYPES.includes(truncation)) {
        return null;
      }
      const clonedVersion = cloneInputVersion(version, options);
      return clonedVersion && doTruncation(clonedVersion, truncation);
    };
    var cloneInputVersion = (version, options) => {
      const versionStringToParse = version instanceof SemVer ? version.version : version;
      return parse2(versionStringToParse, options);
    };
    var doTruncation = (version, truncation) => {
      if (isPrerelease(truncation)) {
        return version.version;
      }
      version.prerelease = [];
      switch (truncation) {
        case "major":
          version.minor = 0;
          version.patch = 0;
          break;
        case "minor":
          version.patch = 0;
          break;
      }
      return version.format();
    };
    var isPrerelease = (type) => {
      return type.startsWith("pre");
    };
    module.exports = truncate;
  }
});

// ../../../work/main/node_modules/semver/internal/lrucache.js
var require_lrucache = __commonJS({
  "../../../work/main/node_modules/semver/internal/lrucache.js"(exports, module) {
    "use strict";
    var LRUCache = class {
      constructor() {
        this.max = 1e3;
        this.map = /* @__PURE__ */ new Map();
      }
      get(key) {
        const value = this.map.get(key);
        if (value === void 0) {
          return void 0;
        } else {
          this.map.delete(key);
          this.map.set(key, value);
          return value;
        }
      }
      delete(key) {
        return this.map.delete(key);
      }
      set(key, value) {
        const deleted = this.delete(key);
        if (!deleted && value !== void 0) {
          if (this.map.size >= this.max) {
            const firstKey = this.map.keys().next().value;
            this.delete(firstKey);
          }
          this.map.set(key, value);
        }
        return this;
      }
    };
    module.exports = LRUCache;
  }
});

// ../../../work/main/node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = __commonJS({
  "../../../work/main/node_modules/semver/internal/trim-comparator-whitespace.js"(exports, module) {
    "use strict";
    var {
      MAX_LENGTH: MAX_LENGTH2,
      MAX_SAFE_BUILD_LENGTH,
      WHITESPACE_CHARACTERS
    } = require_constants();
    var whitespace = new Uint8Array(65536);
    for (const char of WHITESPACE_CHARACTERS) {
      whitespace[char.charCodeAt(0)] = 1;
    }
    var isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
    var isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
    var isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
    var isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
    var isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
    var isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
    var findDigitsEndIndex = (range, start, limit, digitRuns) => {
      if (!isDigit(range[start])) {
        return start;
      }
      if (start >= digitRuns.start && start < digitRuns.end) {
        return Math.min(start + limit, digitRuns.end);
      }
      if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
        return Math.min(start + limit, digitRuns.previousEnd);
      }
      let end = start + 1;
      while (isDigit(range[end])) {
        end++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start;
      digitRuns.end = end;
      return Math.min(start + limit, end);
    };
    var findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
      if (!loose && range[start] === "0") {
        return start + 1;
      }
      return findDigitsEndIndex(range, start, loose ? MAX_LENGTH2 : MAX_LENGTH2 + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH2, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end = digitsEnd + 1;
        const limit = end + MAX_SAFE_BUILD_LENGTH;
        while (end < limit && isIdentifierCharacter(range[end])) {
          end++;
        }
        return end;
      }
      return findVersionNumberEndIndex(range, start, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
      const hyphen = range[start] === "-";
      if (!loose && !hyphen) {
        return start;
      }
      const identifierStart = start + (hyphen ? 1 : 0);
      let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end === identifierStart) {
        if (!loose || !hyphen) {
          return start;
        }
        end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
      }
      while (range[end] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findBuildIdentifierEndIndex = (range, start) => {
      let end = start;
      while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
        end++;
      }
      return end;
    };
    var findBuildEndIndex = (range, start) => {
      if (range[start] !== "+") {
        return start;
      }
      let end = findBuildIdentifierEndIndex(range, start + 1);
      if (end === start + 1) {
        return start;
      }
      while (range[end] === ".") {
        const next = findBuildIdentifierEndIndex(range, end + 1);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findLooseFullVersionEndIndex = (range, start, digitRuns) => {
      let end = start;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end, true, digitRuns);
        if (next === end) {
          return start;
        }
        end = next;
        if (component < 2) {
          if (range[end] !== ".") {
            return start;
          }
          end++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
      if (isDigit(range[start])) {
        return findVersionNumberEndIndex(range, start, false, digitRuns);
      }
      return isVersionStart(range[start]) ? start + 1 : start;
    };
    var findPartialVersionEndIndex = (range, start, digitRuns) => {
      let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end] !== ".") {
          return end;
        }
        const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
        if (next === end + 1) {
          return end;
        }
        end = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findVersionEndIndex = (range, start, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
      return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
    };
    var findRemovableWhitespaceIndex = (range, matchStart) => {
      let position = matchStart;
      if (isWhitespace(range[position])) {
        position++;
      }
      if (range[position] === "<" || range[position] === ">") {
        position++;
      }
      if (range[position] === "=") {
        position++;
      }
      return isWhitespace(range[position]) ? position : -1;
    };
    var trimComparatorWhitespace = (range) => {
      let result = "";
      let copyFrom = 0;
      let cursor = 0;
      const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 };
      while (cursor < range.length) {
        const matchStart = cursor;
        if (range[cursor] === "<" || range[cursor] === ">") {
          cursor++;
        } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
          cursor++;
          continue;
        }
        while (cursor < range.length && isVersionPrefix(range[cursor])) {
          cursor++;
        }
        if (!isVersionStart(range[cursor])) {
          continue;
        }
        const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
        if (whitespacePosition !== -1) {
          result += range.slice(copyFrom, whitespacePosition);
          copyFrom = whitespacePosition + 1;
        }
        cursor = findVersionEndIndex(range, cursor, digitRuns);
      }
      return result + range.slice(copyFrom);
    };
    module.exports = trimComparatorWhitespace;
  }
});

// ../../../work/main/node_modules/semver/classes/range.js
var require_range = __commonJS({
  "../../../work/main/node_modules/semver/classes/range.js"(exports, module) {
    "use strict";
    var SPACE_CHARACTERS = /\s+/g;
    var Range = class _Range {
      constructor(range, options) {
        options = parseOptions(options);
        if (range instanceof _Range) {
          if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) {
            return range;
          } else {
            return new _Range(range.raw, options);
          }
        }
        if (range instanceof Comparator) {
          this.raw = range.value;
          this.set = [[range]];
          this.formatted = void 0;
          return this;
        }
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
        this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
        if (!this.set.length) {
          throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
        }
        if (this.set.length > 1) {
          const first = this.set[0];
          this.set = this.set.filter((c) => !isNullSet(c[0]));
          if (this.set.length === 0) {
            this.set = [first];
          } else if (this.set.length > 1) {
            for (const c of this.set) {
              if (c.length === 1 && isAny(c[0])) {
                this.set = [c];
                break;
              }
            }
          }
        }
        this.formatted = void 0;
      }
      get range() {
        if (this.formatted === void 0) {
          this.formatted = "";
          for (let i = 0; i < this.set.length; i++) {
            if (i > 0) {
              this.formatted += "||";
            }
            const comps = this.set[i];
            for (let k = 0; k < comps.length; k++) {
              if (k > 0) {
                this.formatted += " ";
              }
              this.formatted += comps[k].toString().trim();
            }
          }
        }
        return this.formatted;
      }
      format() {
        return this.range;
      }
      toString() {
        return this.range;
      }
      parseRange(range) {
        range = range.replace(BUILDSTRIPRE, "");
        const memoOpts = (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE);
        const memoKey = memoOpts + ":" + range;
        const cached = cache.get(memoKey);
        if (cached) {
          return cached;
        }
        const loose = this.options.loose;
        const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
        range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
        debug("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug("range list", rangeList);
        const rangeMap = /* @__PURE__ */ new Map();
        const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
        for (const comp of comparators) {
          if (isNullSet(comp)) {
            return [comp];
          }
          rangeMap.set(comp.value, comp);
        }
        if (rangeMap.size > 1 && rangeMap.has("")) {
          rangeMap.delete("");
        }
        const result = [...rangeMap.values()];
        cache.set(memoKey, result);
        return result;
      }
      intersects(range, options) {
        if (!(range instanceof _Range)) {
          throw new TypeError("a Range is required");
        }
        return this.set.some((thisComparators) => {
          return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
            return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options);
              });
            });
          });
        });
      }
      // if ANY of the sets match ALL of its comparators, then pass
      test(version) {
        if (!version) {
          return false;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i = 0; i < this.set.length; i++) {
          if (testSet(this.set[i], version, this.options)) {
            return true;
          }
        }
        return false;
      }
    };
    module.exports = Range;
    var LRU = require_lrucache();
    var cache = new LRU();
    var parseOptions = require_parse_options();
    var Comparator = require_comparator();
    var debug = require_debug();
    var SemVer = require_semver();
    var trimComparatorWhitespace = require_trim_comparator_whitespace();
    var {
      safeRe: re,
      src,
      t,
      tildeTrimReplace,
      caretTrimReplace
    } = require_re();
    var { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
    var BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
    var isNullSet = (c) => c.value === "<0.0.0-0";
    var isAny = (c) => c.value === "";
    var isSatisfiable = (comparators, options) => {
      let result = true;
      const remainingComparators = comparators.slice();
      let testComparator = remainingComparators.pop();
      while (result && remainingComparators.length) {
        result = remainingComparators.every((otherComparator) => {
          return testComparator.intersects(otherComparator, options);
        });
        testComparator = remainingComparators.pop();
      }
      return result;
    };
    var parseComparator = (comp, options) => {
      comp = comp.replace(re[t.BUILD], "");
      debug("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug("caret", comp);
      comp = replaceTildes(comp, options);
      debug("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug("xrange", comp);
      comp = replaceStars(comp, options);
      debug("stars", comp);
      return comp;
    };
    var isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
    var invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
    var replaceTildes = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
    };
    var replaceTilde = (comp, options) => {
      const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    };
    var replaceCaret = (comp, options) => {
      debug("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("caret", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          if (M === "0") {
            ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
          } else {
            ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
          }
        } else if (pr) {
          debug("replaceCaret pr", pr);
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
          }
        } else {
          debug("no pr");
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
          }
        }
        debug("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options) => {
      debug("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    };
    var replaceXRange = (comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug("xRange", comp, ret, gtlt, M, m, p, pr);
        if (invalidXRangeOrder(M, m, p)) {
          return comp;
        }
        const xM = isX(M);
        const xm = xM || isX(m);
        const xp = xm || isX(p);
        const anyX = xp;
        if (gtlt === "=" && anyX) {
          gtlt = "";
        }
        pr = options.includePrerelease ? "-0" : "";
        if (xM) {
          if (gtlt === ">" || gtlt === "<") {
            ret = "<0.0.0-0";
          } else {
            ret = "*";
          }
        } else if (gtlt && anyX) {
          if (xm) {
            m = 0;
          }
          p = 0;
          if (gtlt === ">") {
            gtlt = ">=";
            if (xm) {
              M = +M + 1;
              m = 0;
              p = 0;
            } else {
              m = +m + 1;
              p = 0;
            }
          } else if (gtlt === "<=") {
            gtlt = "<";
            if (xm) {
              M = +M + 1;
            } else {
              m = +m + 1;
            }
          }
          if (gtlt === "<") {
            pr = "-0";
          }
          ret = `${gtlt + M}.${m}.${p}${pr}`;
        } else if (xm) {
          ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
        } else if (xp) {
          ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
        }
        debug("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options) => {
      debug("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options) => {
      debug("replaceGTE0", comp, options);
      return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
    };
    var hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
      if (isX(fM)) {
        from = "";
      } else if (isX(fm)) {
        from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
      } else if (isX(fp)) {
        from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
      } else if (fpr) {
        from = `>=${from}`;
      } else {
        from = `>=${from}${incPr ? "-0" : ""}`;
      }
      if (isX(tM)) {
        to = "";
      } else if (isX(tm)) {
        to = `<${+tM + 1}.0.0-0`;
      } else if (isX(tp)) {
        to = `<${tM}.${+tm + 1}.0-0`;
      } else if (tpr) {
        to = `<=${tM}.${tm}.${tp}-${tpr}`;
      } else if (incPr) {
        to = `<${tM}.${tm}.${+tp + 1}-0`;
      } else {
        to = `<=${to}`;
      }
      return `${from} ${to}`.trim();
    };
    var testSet = (set, version, options) => {
      for (let i = 0; i < set.length; i++) {
        if (!set[i].test(version)) {
          return false;
        }
      }
      if (version.prerelease.length && !options.includePrerelease) {
        for (let i = 0; i < set.length; i++) {
          debug(set[i].semver);
          if (set[i].semver === Comparator.ANY) {
            continue;
          }
          if (set[i].semver.prerelease.length > 0) {
            const allowed = set[i].semver;
            if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) {
              return true;
            }
          }
        }
        return false;
      }
      return true;
    };
  }
});

// ../../../work/main/node_modules/semver/classes/comparator.js
var require_comparator = __commonJS({
  "../../../work/main/node_modules/semver/classes/comparator.js"(exports, module) {
    "use strict";
    var ANY = /* @__PURE__ */ Symbol("SemVer ANY");
    var Comparator = class _Comparator {
      static get ANY() {
        return ANY;
      }
      constructor(comp, options) {
        options = parseOptions(options);
        if (comp instanceof _Comparator) {
          if (comp.loose === !!options.loose) {
            return comp;
          } else {
            comp = comp.value;
          }
        }
        comp = comp.trim().split(/\s+/).join(" ");
        debug("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug("comp", this);
      }
      parse(comp) {
        const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
        const m = comp.match(r);
        if (!m) {
          throw new TypeError(`Invalid comparator: ${comp}`);
        }
        this.operator = m[1] !== void 0 ? m[1] : "";
        if (this.operator === "=") {
          this.operator = "";
        }
        if (!m[2]) {
          this.semver = ANY;
        } else {
          this.semver = new SemVer(m[2], this.options.loose);
        }
      }
      toString() {
        return this.value;
      }
      test(version) {
        debug("Comparator.test", version, this.options.loose);
        if (this.semver === ANY || version === ANY) {
          return true;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version, this.operator, this.semver, this.options);
      }
      intersects(comp, options) {
        if (!(comp instanceof _Comparator)) {
          throw new TypeError("a Comparator is required");
        }
        if (this.operator === "") {
          if (this.value === "") {
            return true;
          }
          return new Range(comp.value, options).test(this.value);
        } else if (comp.operator === "") {
          if (comp.value === "") {
            return true;
          }
          return new Range(this.value, options).test(comp.semver);
        }
        options = parseOptions(options);
        if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) {
          return false;
        }
        if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) {
          return false;
        }
        if (this.operator.startsWith(">") && comp.operator.startsWith(">")) {
          return true;
        }
        if (this.operator.startsWith("<") && comp.operator.startsWith("<")) {
          return true;
        }
        if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) {
          return true;
        }
        if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) {
          return true;
        }
        if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) {
          return true;
        }
        return false;
      }
    };
    module.exports = Comparator;
    var parseOptions = require_parse_options();
    var { safeRe: re, t } = require_re();
    var cmp = require_cmp();
    var debug = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
  }
});

// ../../../work/main/node_modules/semver/functions/satisfies.js
var require_satisfies = __commonJS({
  "../../../work/main/node_modules/semver/functions/satisfies.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var satisfies = (version, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version);
    };
    module.exports = satisfies;
  }
});

// ../../../work/main/node_modules/semver/ranges/to-comparators.js
var require_to_comparators = __commonJS({
  "../../../work/main/node_modules/semver/ranges/to-comparators.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var toComparators = (range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" "));
    module.exports = toComparators;
  }
});

// ../../../work/main/node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = __commonJS({
  "../../../work/main/node_modules/semver/ranges/max-satisfying.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var maxSatisfying = (versions, range, options) => {
      let max = null;
      let maxSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!max || maxSV.compare(v) === -1) {
            max = v;
            maxSV = new SemVer(max, options);
          }
        }
      });
      return max;
    };
    module.exports = maxSatisfying;
  }
});

// ../../../work/main/node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = __commonJS({
  "../../../work/main/node_modules/semver/ranges/min-satisfying.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var minSatisfying = (versions, range, options) => {
      let min = null;
      let minSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!min || minSV.compare(v) === 1) {
            min = v;
            minSV = new SemVer(min, options);
          }
        }
      });
      return min;
    };
    module.exports = minSatisfying;
  }
});

// ../../../work/main/node_modules/semver/ranges/min-version.js
var require_min_version = __commonJS({
  "../../../work/main/node_modules/semver/ranges/min-version.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var gt = require_gt();
    var minVersion = (range, loose) => {
      range = new Range(range, loose);
      let minver = new SemVer("0.0.0");
      if (range.test(minver)) {
        return minver;
      }
      minver = new SemVer("0.0.0-0");
      if (range.test(minver)) {
        return minver;
      }
      minver = null;
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let setMin = null;
        comparators.forEach((comparator) => {
          const compver = new SemVer(comparator.semver.version);
          switch (comparator.operator) {
            case ">":
              if (compver.prerelease.length === 0) {
                compver.patch++;
              } else {
                compver.prerelease.push(0);
              }
              compver.raw = compver.format();
            /* fallthrough */
            case "":
            case ">=":
              if (!setMin || gt(compver, setMin)) {
                setMin = compver;
              }
              break;
            case "<":
            case "<=":
              break;
            /* istanbul ignore next */
            default:
              throw new Error(`Unexpected operation: ${comparator.operator}`);
          }
        });
        if (setMin && (!minver || gt(minver, setMin))) {
          minver = setMin;
        }
      }
      if (minver && range.test(minver)) {
        return minver;
      }
      return null;
    };
    module.exports = minVersion;
  }
});

// ../../../work/main/node_modules/semver/ranges/valid.js
var require_valid2 = __commonJS({
  "../../../work/main/node_modules/semver/ranges/valid.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var validRange = (range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    };
    module.exports = validRange;
  }
});

// ../../../work/main/node_modules/semver/ranges/outside.js
var require_outside = __commonJS({
  "../../../work/main/node_modules/semver/ranges/outside.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var Range = require_range();
    var satisfies = require_satisfies();
    var gt = require_gt();
    var lt = require_lt();
    var lte = require_lte();
    var gte = require_gte();
    var outside = (version, range, hilo, options) => {
      version = new SemVer(version, options);
      range = new Range(range, options);
      let gtfn, ltefn, ltfn, comp, ecomp;
      switch (hilo) {
        case ">":
          gtfn = gt;
          ltefn = lte;
          ltfn = lt;
          comp = ">";
          ecomp = ">=";
          break;
        case "<":
          gtfn = lt;
          ltefn = gte;
          ltfn = gt;
          comp = "<";
          ecomp = "<=";
          break;
        default:
          throw new TypeError('Must provide a hilo val of "<" or ">"');
      }
      if (satisfies(version, range, options)) {
        return false;
      }
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let high = null;
        let low = null;
        comparators.forEach((comparator) => {
          if (comparator.semver === ANY) {
            comparator = new Comparator(">=0.0.0");
          }
          high = high || comparator;
          low = low || comparator;
          if (gtfn(comparator.semver, high.semver, options)) {
            high = comparator;
          } else if (ltfn(comparator.semver, low.semver, options)) {
            low = comparator;
          }
        });
        if (high.operator === comp || high.operator === ecomp) {
          return false;
        }
        if ((!low.operator || low.operator === comp) && ltefn(version, low.semver)) {
          return false;
        } else if (low.operator === ecomp && ltfn(version, low.semver)) {
          return false;
        }
      }
      return true;
    };
    module.exports = outside;
  }
});

// ../../../work/main/node_modules/semver/ranges/gtr.js
var require_gtr = __commonJS({
  "../../../work/main/node_modules/semver/ranges/gtr.js"(exports, module) {
    "use strict";
    var outside = require_outside();
    var gtr = (version, range, options) => outside(version, range, ">", options);
    module.exports = gtr;
  }
});

// ../../../work/main/node_modules/semver/ranges/ltr.js
var require_ltr = __commonJS({
  "../../../work/main/node_modules/semver/ranges/ltr.js"(exports, module) {
    "use strict";
    var outside = require_outside();
    var ltr = (version, range, options) => outside(version, range, "<", options);
    module.exports = ltr;
  }
});

// ../../../work/main/node_modules/semver/ranges/intersects.js
var require_intersects = __commonJS({
  "../../../work/main/node_modules/semver/ranges/intersects.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var intersects = (r1, r2, options) => {
      r1 = new Range(r1, options);
      r2 = new Range(r2, options);
      return r1.intersects(r2, options);
    };
    module.exports = intersects;
  }
});

// ../../../work/main/node_modules/semver/ranges/simplify.js
var require_simplify = __commonJS({
  "../../../work/main/node_modules/semver/ranges/simplify.js"(exports, module) {
    "use strict";
    var satisfies = require_satisfies();
    var compare = require_compare();
    module.exports = (versions, range, options) => {
      const set = [];
      let first = null;
      let prev = null;
      const v = versions.sort((a, b) => compare(a, b, options));
      for (const version of v) {
        const included = satisfies(version, range, options);
        if (included) {
          prev = version;
          if (!first) {
            first = version;
          }
        } else {
          if (prev) {
            set.push([first, prev]);
          }
          prev = null;
          first = null;
        }
      }
      if (first) {
        set.push([first, null]);
      }
      const ranges = [];
      for (const [min, max] of set) {
        if (min === max) {
          ranges.push(min);
        } else if (!max && min === v[0]) {
          ranges.push("*");
        } else if (!max) {
          ranges.push(`>=${min}`);
        } else if (min === v[0]) {
          ranges.push(`<=${max}`);
        } else {
          ranges.push(`${min} - ${max}`);
        }
      }
      const simplified = ranges.join(" || ");
      const original = typeof range.raw === "string" ? range.raw : String(range);
      return simplified.length < original.length ? simplified : range;
    };
  }
});

// ../../../work/main/node_modules/semver/ranges/subset.js
var require_subset = __commonJS({
  "../../../work/main/node_modules/semver/ranges/subset.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var satisfies = require_satisfies();
    var compare = require_compare();
    var subset = (sub, dom, options = {}) => {
      if (sub === dom) {
        return true;
      }
      sub = new Range(sub, options);
      dom = new Range(dom, options);
      let sawNonNull = false;
      OUTER: for (const simpleSub of sub.set) {
        for (const simpleDom of dom.set) {
          const isSub = simpleSubset(simpleSub, simpleDom, options);
          sawNonNull = sawNonNull || isSub !== null;
          if (isSub) {
            continue OUTER;
          }
        }
        if (sawNonNull) {
          return false;
        }
      }
      return true;
    };
    var minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
    var minimumVersion = [new Comparator(">=0.0.0")];
    var simpleSubset = (sub, dom, options) => {
      if (sub === dom) {
        return true;
      }
      if (sub.length === 1 && sub[0].semver === ANY) {
        if (dom.length === 1 && dom[0].semver === ANY) {
          return true;
        } else if (options.includePrerelease) {
          sub = minimumVersionWithPreRelease;
        } else {
          sub = minimumVersion;
        }
      }
      if (dom.length === 1 && dom[0].semver === ANY) {
        if (options.includePrerelease) {
          return true;
        } else {
          dom = minimumVersion;
        }
      }
      const eqSet = /* @__PURE__ */ new Set();
      let gt, lt;
      for (const c of sub) {
        if (c.operator === ">" || c.operator === ">=") {
          gt = higherGT(gt, c, options);
        } else if (c.operator === "<" || c.operator === "<=") {
          lt = lowerLT(lt, c, options);
        } else {
          eqSet.add(c.semver);
        }
      }
      if (eqSet.size > 1) {
        return null;
      }
      let gtltComp;
      if (gt && lt) {
        gtltComp = compare(gt.semver, lt.semver, options);
        if (gtltComp > 0) {
          return null;
        } else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) {
          return null;
        }
      }
      for (const eq of eqSet) {
        if (gt && !satisfies(eq, String(gt), options)) {
          return null;
        }
        if (lt && !satisfies(eq, String(lt), options)) {
          return null;
        }
        for (const c of dom) {
          if (!satisfies(eq, String(c), options)) {
            return false;
          }
        }
        return true;
      }
      let higher, lower;
      let hasDomLT, hasDomGT;
      let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
      let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
      if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) {
        needDomLTPre = false;
      }
      for (const c of dom) {
        hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
        hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
        if (gt) {
          if (needDomGTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) {
              needDomGTPre = false;
            }
          }
          if (c.operator === ">" || c.operator === ">=") {
            higher = higherGT(gt, c, options);
            if (higher === c && higher !== gt) {
              return false;
            }
          } else if (gt.operator === ">=" && !c.test(gt.semver)) {
            return false;
          }
        }
        if (lt) {
          if (needDomLTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) {
              needDomLTPre = false;
            }
          }
          if (c.operator === "<" || c.operator === "<=") {
            lower = lowerLT(lt, c, options);
            if (lower === c && lower !== lt) {
              return false;
            }
          } else if (lt.operator === "<=" && !c.test(lt.semver)) {
            return false;
          }
        }
        if (!c.operator && (lt || gt) && gtltComp !== 0) {
          return false;
        }
      }
      if (gt && hasDomLT && !lt && gtltComp !== 0) {
        return false;
      }
      if (lt && hasDomGT && !gt && gtltComp !== 0) {
        return false;
      }
      if (needDomGTPre || needDomLTPre) {
        return false;
      }
      return true;
    };
    var higherGT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare(a.semver, b.semver, options);
      return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
    };
    var lowerLT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare(a.semver, b.semver, options);
      return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
    };
    module.exports = subset;
  }
});

// ../../../work/main/node_modules/semver/index.js
var require_semver2 = __commonJS({
  "../../../work/main/node_modules/semver/index.js"(exports, module) {
    "use strict";
    var internalRe = require_re();
    var constants = require_constants();
    var SemVer = require_semver();
    var identifiers = require_identifiers();
    var parse2 = require_parse();
    var valid = require_valid();
    var clean = require_clean();
    var inc = require_inc();
    var diff = require_diff();
    var major = require_major();
    var minor = require_minor();
    var patch = require_patch();
    var prerelease = require_prerelease();
    var compare = require_compare();
    var rcompare = require_rcompare();
    var compareLoose = require_compare_loose();
    var compareBuild = require_compare_build();
    var sort = require_sort();
    var rsort = require_rsort();
    var gt = require_gt();
    var lt = require_lt();
    var eq = require_eq();
    var neq = require_neq();
    var gte = require_gte();
    var lte = require_lte();
    var cmp = require_cmp();
    var coerce = require_coerce();
    var truncate = require_truncate();
    var Comparator = require_comparator();
    var Range = require_range();
    var satisfies = require_satisfies();
    var toComparators = require_to_comparators();
    var maxSatisfying = require_max_satisfying();
    var minSatisfying = require_min_satisfying();
    var minVersion = require_min_version();
    var validRange = require_valid2();
    var outside = require_outside();
    var gtr = require_gtr();
    var ltr = require_ltr();
    var intersects = require_intersects();
    var simplifyRange = require_simplify();
    var subset = require_subset();
    module.exports = {
      parse: parse2,
      valid,
      clean,
      inc,
      diff,
      major,
      minor,
      patch,
      prerelease,
      compare,
      rcompare,
      compareLoose,
      compareBuild,
      sort,
      rsort,
      gt,
      lt,
      eq,
      neq,
      gte,
      lte,
      cmp,
      coerce,
      truncate,
      Comparator,
      Range,
      satisfies,
      toComparators,
      maxSatisfying,
      minSatisfying,
      minVersion,
      validRange,
      outside,
      gtr,
      ltr,
      intersects,
      simplifyRange,
      subset,
      SemVer,
      re: internalRe.re,
      src: internalRe.src,
      tokens: internalRe.t,
      SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/error.js
var require_error = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/error.js"(exports, module) {
    "use strict";
    function formatPurlErrorMessage(message = "") {
      const { length } = message;
      let formatted = "";
      if (length) {
        const code0 = message.charCodeAt(0);
        formatted = code0 >= 65 || code0 <= 90 ? `${message[0].toLowerCase()}${message.slice(1)}` : message;
        if (length > 1 && message.charCodeAt(length - 1) === 46 && message.charCodeAt(length - 2) !== 46) {
          formatted = formatted.slice(0, -1);
        }
      }
      return `Invalid purl: ${formatted}`;
    }
    var PurlError = class extends Error {
      constructor(message) {
        super(formatPurlErrorMessage(message));
      }
    };
    module.exports = {
      formatPurlErrorMessage,
      PurlError
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/decode.js
var require_decode = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/decode.js"(exports, module) {
    "use strict";
    var { PurlError } = require_error();
    var { decodeURIComponent: decodeURIComponent2 } = globalThis;
    function decodePurlComponent(comp, encodedURIComponent) {
      try {
        return decodeURIComponent2(encodedURIComponent);
      } catch {
      }
      throw new PurlError(`unable to decode "${comp}" component`);
    }
    module.exports = {
      decodePurlComponent
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/constants.js
var require_constants2 = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/constants.js"(exports, module) {
    "use strict";
    var LOOP_SENTINEL = 1e6;
    var REUSED_SEARCH_PARAMS = new URLSearchParams();
    var REUSED_SEARCH_PARAMS_KEY = "_";
    var REUSED_SEARCH_PARAMS_OFFSET = 2;
    module.exports = {
      LOOP_SENTINEL,
      REUSED_SEARCH_PARAMS,
      REUSED_SEARCH_PARAMS_KEY,
      REUSED_SEARCH_PARAMS_OFFSET
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/objects.js
var require_objects = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/objects.js"(exports, module) {
    "use strict";
    var { LOOP_SENTINEL } = require_constants2();
    function isObject(value) {
      return value !== null && typeof value === "object";
    }
    function recursiveFreeze(value_) {
      if (value_ === null || !(typeof value_ === "object" || typeof value_ === "function") || Object.isFrozen(value_)) {
        return value_;
      }
      const queue = [value_];
      let { length: queueLength } = queue;
      let pos = 0;
      while (pos < queueLength) {
        if (pos === LOOP_SENTINEL) {
          throw new Error(
            "Detected infinite loop in object crawl of recursiveFreeze"
          );
        }
        const obj = queue[pos++];
        Object.freeze(obj);
        if (Array.isArray(obj)) {
          for (let i = 0, { length } = obj; i < length; i += 1) {
            const item = obj[i];
            if (item !== null && (typeof item === "object" || typeof item === "function") && !Object.isFrozen(item)) {
              queue[queueLength++] = item;
            }
          }
        } else {
          const keys = Reflect.ownKeys(obj);
          for (let i = 0, { length } = keys; i < length; i += 1) {
            const propValue = obj[keys[i]];
            if (propValue !== null && (typeof propValue === "object" || typeof propValue === "function") && !Object.isFrozen(propValue)) {
              queue[queueLength++] = propValue;
            }
          }
        }
      }
      return value_;
    }
    module.exports = {
      isObject,
      recursiveFreeze
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/strings.js
var require_strings = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/strings.js"(exports, module) {
    "use strict";
    var { compare: localeCompare } = new Intl.Collator();
    var regexSemverNumberedGroups = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;
    function isBlank(str) {
      for (let i = 0, { length } = str; i < length; i += 1) {
        const code = str.charCodeAt(i);
        if (!// Whitespace characters according to ECMAScript spec:
        // https://tc39.es/ecma262/#sec-white-space
        (code === 32 || // Space
        code === 9 || // Tab
        code === 10 || // Line Feed
        code === 11 || // Vertical Tab
        code === 12 || // Form Feed
        code === 13 || // Carriage Return
        code === 160 || // No-Break Space
        code === 5760 || // Ogham Space Mark
        code === 8192 || // En Quad
        code === 8193 || // Em Quad
        code === 8194 || // En Space
        code === 8195 || // Em Space
        code === 8196 || // Three-Per-Em Space
        code === 8197 || // Four-Per-Em Space
        code === 8198 || // Six-Per-Em Space
        code === 8199 || // Figure Space
        code === 8200 || // Punctuation Space
        code === 8201 || // Thin Space
        code === 8202 || // Hair Space
        code === 8232 || // Line Separator
        code === 8233 || // Paragraph Separator
        code === 8239 || // Narrow No-Break Space
        code === 8287 || // Medium Mathematical Space
        code === 12288 || // Ideographic Space
        code === 65279)) {
          return false;
        }
      }
      return true;
    }
    function isNonEmptyString(value) {
      return typeof value === "string" && value.length > 0;
    }
    function isSemverString(value) {
      return typeof value === "string" && regexSemverNumberedGroups.test(value);
    }
    function lowerName(purl) {
      purl.name = purl.name.toLowerCase();
    }
    function lowerNamespace(purl) {
      const { namespace } = purl;
      if (typeof namespace === "string") {
        purl.namespace = namespace.toLowerCase();
      }
    }
    function lowerVersion(purl) {
      const { version } = purl;
      if (typeof version === "string") {
        purl.version = version.toLowerCase();
      }
    }
    function replaceDashesWithUnderscores(str) {
      let result = "";
      let fromIndex = 0;
      let index = 0;
      while ((index = str.indexOf("-", fromIndex)) !== -1) {
        result = result + str.slice(fromIndex, index) + "_";
        fromIndex = index + 1;
      }
      return fromIndex ? result + str.slice(fromIndex) : str;
    }
    function replaceUnderscoresWithDashes(str) {
      let result = "";
      let fromIndex = 0;
      let index = 0;
      while ((index = str.indexOf("_", fromIndex)) !== -1) {
        result = result + str.slice(fromIndex, index) + "-";
        fromIndex = index + 1;
      }
      return fromIndex ? result + str.slice(fromIndex) : str;
    }
    function trimLeadingSlashes(str) {
      let start = 0;
      while (str.charCodeAt(start) === 47) {
        start += 1;
      }
      return start === 0 ? str : str.slice(start);
    }
    module.exports = {
      isBlank,
      isNonEmptyString,
      isSemverString,
      localeCompare,
      lowerName,
      lowerNamespace,
      lowerVersion,
      replaceDashesWithUnderscores,
      replaceUnderscoresWithDashes,
      trimLeadingSlashes
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/encode.js
var require_encode = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/encode.js"(exports, module) {
    "use strict";
    var {
      REUSED_SEARCH_PARAMS,
      REUSED_SEARCH_PARAMS_KEY,
      REUSED_SEARCH_PARAMS_OFFSET
    } = require_constants2();
    var { isObject } = require_objects();
    var { isNonEmptyString } = require_strings();
    var { encodeURIComponent } = globalThis;
    function encodeNamespace(namespace) {
      return isNonEmptyString(namespace) ? encodeURIComponent(namespace).replace(/%3A/g, ":").replace(/%2F/g, "/") : "";
    }
    function encodeQualifierParam(param) {
      if (isNonEmptyString(param)) {
        REUSED_SEARCH_PARAMS.set(REUSED_SEARCH_PARAMS_KEY, param);
        return replacePlusSignWithPercentEncodedSpace(
          REUSED_SEARCH_PARAMS.toString().slice(REUSED_SEARCH_PARAMS_OFFSET)
        );
      }
      return "";
    }
    function encodeQualifiers(qualifiers) {
      if (isObject(qualifiers)) {
        const qualifiersKeys = Object.keys(qualifiers).sort();
        const searchParams = new URLSearchParams();
        for (let i = 0, { length } = qualifiersKeys; i < length; i += 1) {
          const key = qualifiersKeys[i];
          searchParams.set(key, qualifiers[key]);
        }
        return replacePlusSignWithPercentEncodedSpace(searchParams.toString());
      }
      return "";
    }
    function encodeSubpath(subpath) {
      return isNonEmptyString(subpath) ? encodeURIComponent(subpath).replace(/%2F/g, "/") : "";
    }
    function encodeVersion(version) {
      return isNonEmptyString(version) ? encodeURIComponent(version).replace(/%3A/g, ":").replace(/%2B/g, "+") : "";
    }
    function replacePlusSignWithPercentEncodedSpace(str) {
      return str.replace(/\+/g, "%20");
    }
    module.exports = {
      encodeNamespace,
      encodeVersion,
      encodeQualifiers,
      encodeQualifierParam,
      encodeSubpath,
      encodeURIComponent
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/helpers.js
var require_helpers = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/helpers.js"(exports, module) {
    "use strict";
    function createHelpersNamespaceObject(helpers, options_ = {}) {
      const { comparator, ...defaults } = { __proto__: null, ...options_ };
      const helperNames = Object.keys(helpers).sort();
      const propNames = [
        ...new Set([...Object.values(helpers)].map(Object.keys).flat())
      ].sort(comparator);
      const nsObject = /* @__PURE__ */ Object.create(null);
      for (let i = 0, { length } = propNames; i < length; i += 1) {
        const propName = propNames[i];
        const helpersForProp = /* @__PURE__ */ Object.create(null);
        for (let j = 0, { length: length_j } = helperNames; j < length_j; j += 1) {
          const helperName = helperNames[j];
          const helperValue = helpers[helperName][propName] ?? defaults[helperName];
          if (helperValue !== void 0) {
            helpersForProp[helperName] = helperValue;
          }
        }
        nsObject[propName] = helpersForProp;
      }
      return nsObject;
    }
    module.exports = {
      createHelpersNamespaceObject
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/normalize.js
var require_normalize = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/normalize.js"(exports, module) {
    "use strict";
    var { isObject } = require_objects();
    var { isBlank } = require_strings();
    function normalizeName(rawName) {
      return typeof rawName === "string" ? rawName.trim() : void 0;
    }
    function normalizeNamespace(rawNamespace) {
      return typeof rawNamespace === "string" ? normalizePath(rawNamespace) : void 0;
    }
    function normalizePath(pathname, callback) {
      let collapsed = "";
      let start = 0;
      while (pathname.charCodeAt(start) === 47) {
        start += 1;
      }
      let nextIndex = pathname.indexOf("/", start);
      if (nextIndex === -1) {
        return pathname.slice(start);
      }
      while (nextIndex !== -1) {
        const segment = pathname.slice(start, nextIndex);
        if (callback === void 0 || callback(segment)) {
          collapsed = collapsed + (collapsed.length === 0 ? "" : "/") + segment;
        }
        start = nextIndex + 1;
        while (pathname.charCodeAt(start) === 47) {
          start += 1;
        }
        nextIndex = pathname.indexOf("/", start);
      }
      const lastSegment = pathname.slice(start);
      if (lastSegment.length !== 0 && (callback === void 0 || callback(lastSegment))) {
        collapsed = collapsed + "/" + lastSegment;
      }
      return collapsed;
    }
    function normalizeQualifiers(rawQualifiers) {
      let qualifiers;
      for (const { 0: key, 1: value } of qualifiersToEntries(rawQualifiers)) {
        const strValue = typeof value === "string" ? value : String(value);
        const trimmed = strValue.trim();
        if (trimmed.length === 0) {
          continue;
        }
        if (qualifiers === void 0) {
          qualifiers = { __proto__: null };
        }
        qualifiers[key.toLowerCase()] = trimmed;
      }
      return qualifiers;
    }
    function normalizeSubpath(rawSubpath) {
      return typeof rawSubpath === "string" ? normalizePath(rawSubpath, subpathFilter) : void 0;
    }
    function normalizeType(rawType) {
      return typeof rawType === "string" ? rawType.trim().toLowerCase() : void 0;
    }
    function normalizeVersion(rawVersion) {
      return typeof rawVersion === "string" ? rawVersion.trim() : void 0;
    }
    function qualifiersToEntries(rawQualifiers) {
      if (isObject(rawQualifiers)) {
        return rawQualifiers instanceof URLSearchParams ? rawQualifiers.entries() : Object.entries(rawQualifiers);
      }
      return typeof rawQualifiers === "string" ? new URLSearchParams(rawQualifiers).entries() : Object.entries({});
    }
    function subpathFilter(segment) {
      const { length } = segment;
      if (length === 1 && segment.charCodeAt(0) === 46) return false;
      if (length === 2 && segment.charCodeAt(0) === 46 && segment.charCodeAt(1) === 46) {
        return false;
      }
      return !isBlank(segment);
    }
    module.exports = {
      normalizeName,
      normalizeNamespace,
      normalizePath,
      normalizeQualifiers,
      normalizeSubpath,
      normalizeType,
      normalizeVersion
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/lang.js
var require_lang = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/lang.js"(exports, module) {
    "use strict";
    function isNullishOrEmptyString(value) {
      return value === null || value === void 0 || typeof value === "string" && value.length === 0;
    }
    module.exports = {
      isNullishOrEmptyString
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/validate.js
var require_validate = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/validate.js"(exports, module) {
    "use strict";
    var { PurlError } = require_error();
    var { isNullishOrEmptyString } = require_lang();
    var { isNonEmptyString } = require_strings();
    function validateEmptyByType(type, name, value, throws2) {
      if (!isNullishOrEmptyString(value)) {
        if (throws2) {
          throw new PurlError(`${type} "${name}" component must be empty`);
        }
        return false;
      }
      return true;
    }
    function validateName(name, throws2) {
      return validateRequired("name", name, throws2) && validateStrings("name", name, throws2);
    }
    function validateNamespace(namespace, throws2) {
      return validateStrings("namespace", namespace, throws2);
    }
    function validateQualifiers(qualifiers, throws2) {
      if (qualifiers === null || qualifiers === void 0) {
        return true;
      }
      if (typeof qualifiers !== "object") {
        if (throws2) {
          throw new PurlError('"qualifiers" must be an object');
        }
        return false;
      }
      const keysIterable = (
        // URL searchParams have an "keys" method that returns an iterator.
        typeof qualifiers.keys === "function" ? qualifiers.keys() : Object.keys(qualifiers)
      );
      for (const key of keysIterable) {
        if (!validateQualifierKey(key, throws2)) {
          return false;
        }
      }
      return true;
    }
    function validateQualifierKey(key, throws2) {
      if (!validateStartsWithoutNumber("qualifier", key, throws2)) {
        return false;
      }
      for (let i = 0, { length } = key; i < length; i += 1) {
        const code = key.charCodeAt(i);
        if (!(code >= 48 && code <= 57 || // 0-9
        code >= 65 && code <= 90 || // A-Z
        code >= 97 && code <= 122 || // a-z
        code === 46 || // .
        code === 45 || // -
        code === 95)) {
          if (throws2) {
            throw new PurlError(
              `qualifier "${key}" contains an illegal character`
            );
          }
          return false;
        }
      }
      return true;
    }
    function validateRequired(name, value, throws2) {
      if (isNullishOrEmptyString(value)) {
        if (throws2) {
          throw new PurlError(`"${name}" is a required component`);
        }
        return false;
      }
      return true;
    }
    function validateRequiredByType(type, name, value, throws2) {
      if (isNullishOrEmptyString(value)) {
        if (throws2) {
          throw new PurlError(`${type} requires a "${name}" component`);
        }
        return false;
      }
      return true;
    }
    function validateStartsWithoutNumber(name, value, throws2) {
      if (isNonEmptyString(value)) {
        const code = value.charCodeAt(0);
        if (code >= 48 && code <= 57) {
          if (throws2) {
            throw new PurlError(
              `${name} "${value}" cannot start with a number`
            );
          }
          return false;
        }
      }
      return true;
    }
    function validateStrings(name, value, throws2) {
      if (value === null || value === void 0 || typeof value === "string") {
        return true;
      }
      if (throws2) {
        throw new PurlError(`"'${name}" must be a string`);
      }
      return false;
    }
    function validateSubpath(subpath, throws2) {
      return validateStrings("subpath", subpath, throws2);
    }
    function validateType(type, throws2) {
      if (!validateRequired("type", type, throws2) || !validateStrings("type", type, throws2) || !validateStartsWithoutNumber("type", type, throws2)) {
        return false;
      }
      for (let i = 0, { length } = type; i < length; i += 1) {
        const code = type.charCodeAt(i);
        if (!(code >= 48 && code <= 57 || // 0-9
        code >= 65 && code <= 90 || // A-Z
        code >= 97 && code <= 122 || // a-z
        code === 46 || // .
        code === 43 || // +
        code === 45)) {
          if (throws2) {
            throw new PurlError(
              `type "${type}" contains an illegal character`
            );
          }
          return false;
        }
      }
      return true;
    }
    function validateVersion(version, throws2) {
      return validateStrings("version", version, throws2);
    }
    module.exports = {
      validateEmptyByType,
      validateName,
      validateNamespace,
      validateQualifiers,
      validateQualifierKey,
      validateRequired,
      validateRequiredByType,
      validateStartsWithoutNumber,
      validateStrings,
      validateSubpath,
      validateType,
      validateVersion
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/purl-component.js
var require_purl_component = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/purl-component.js"(exports, module) {
    "use strict";
    var {
      encodeNamespace,
      encodeVersion,
      encodeQualifiers,
      encodeQualifierParam,
      encodeSubpath,
      encodeURIComponent
    } = require_encode();
    var { createHelpersNamespaceObject } = require_helpers();
    var {
      normalizeType,
      normalizeNamespace,
      normalizeName,
      normalizeVersion,
      normalizeQualifiers,
      normalizeSubpath
    } = require_normalize();
    var { localeCompare, isNonEmptyString } = require_strings();
    var {
      validateType,
      validateNamespace,
      validateName,
      validateVersion,
      validateQualifiers,
      validateQualifierKey,
      validateSubpath
    } = require_validate();
    var PurlComponentEncoder = (comp) => isNonEmptyString(comp) ? encodeURIComponent(comp) : "";
    var PurlComponentStringNormalizer = (comp) => typeof comp === "string" ? comp : void 0;
    var PurlComponentValidator = (_comp, _throws) => true;
    var componentSortOrderLookup = {
      __proto__: null,
      type: 0,
      namespace: 1,
      name: 2,
      version: 3,
      qualifiers: 4,
      qualifierKey: 5,
      qualifierValue: 6,
      subpath: 7
    };
    function componentSortOrder(comp) {
      return componentSortOrderLookup[comp] ?? comp;
    }
    function componentComparator(compA, compB) {
      return localeCompare(componentSortOrder(compA), componentSortOrder(compB));
    }
    module.exports = {
      // Rules for each purl component:
      // https://github.com/package-url/purl-spec/blob/master/PURL-SPECIFICATION.rst#rules-for-each-purl-component
      PurlComponent: createHelpersNamespaceObject(
        {
          encode: {
            namespace: encodeNamespace,
            version: encodeVersion,
            qualifiers: encodeQualifiers,
            qualifierKey: encodeQualifierParam,
            qualifierValue: encodeQualifierParam,
            subpath: encodeSubpath
          },
          normalize: {
            type: normalizeType,
            namespace: normalizeNamespace,
            name: normalizeName,
            version: normalizeVersion,
            qualifiers: normalizeQualifiers,
            subpath: normalizeSubpath
          },
          validate: {
            type: validateType,
            namespace: validateNamespace,
            name: validateName,
            version: validateVersion,
            qualifierKey: validateQualifierKey,
            qualifiers: validateQualifiers,
            subpath: validateSubpath
          }
        },
        {
          comparator: componentComparator,
          encode: PurlComponentEncoder,
          normalize: PurlComponentStringNormalizer,
          validate: PurlComponentValidator
        }
      )
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/purl-qualifier-names.js
var require_purl_qualifier_names = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/purl-qualifier-names.js"(exports, module) {
    "use strict";
    module.exports = {
      // Known qualifiers:
      // https://github.com/package-url/purl-spec/blob/master/PURL-SPECIFICATION.rst#known-qualifiers-keyvalue-pairs
      PurlQualifierNames: {
        __proto__: null,
        RepositoryUrl: "repository_url",
        DownloadUrl: "download_url",
        VcsUrl: "vcs_url",
        FileName: "file_name",
        Checksum: "checksum"
      }
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/purl-type.js
var require_purl_type = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/purl-type.js"(exports, module) {
    "use strict";
    var { isNullishOrEmptyString } = require_lang();
    var { createHelpersNamespaceObject } = require_helpers();
    var {
      isSemverString,
      lowerName,
      lowerNamespace,
      lowerVersion,
      replaceDashesWithUnderscores,
      replaceUnderscoresWithDashes
    } = require_strings();
    var { validateEmptyByType, validateRequiredByType } = require_validate();
    var { PurlError } = require_error();
    var PurlTypNormalizer = (purl) => purl;
    var PurlTypeValidator = (_purl, _throws) => true;
    module.exports = {
      // PURL types:
      // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst
      PurlType: createHelpersNamespaceObject(
        {
          normalize: {
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#alpm
            alpm(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#apk
            apk(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#bitbucket
            bitbucket(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#bitnami
            bitnami(purl) {
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#composer
            composer(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#deb
            deb(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#other-candidate-types-to-define
            gitlab(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#github
            github(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#golang
            // golang(purl) {
            //     // Ignore case-insensitive rule because go.mod are case-sensitive.
            //     // Pending spec change: https://github.com/package-url/purl-spec/pull/196
            //     lowerNamespace(purl)
            //     lowerName(purl)
            //     return purl
            // },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#hex
            hex(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#huggingface
            huggingface(purl) {
              lowerVersion(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#mlflow
            mlflow(purl) {
              if (purl.qualifiers?.repository_url?.includes("databricks")) {
                lowerName(purl);
              }
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#npm
            npm(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#luarocks
            luarocks(purl) {
              lowerVersion(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#oci
            oci(purl) {
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#pub
            pub(purl) {
              lowerName(purl);
              purl.name = replaceDashesWithUnderscores(purl.name);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#pypi
            pypi(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              purl.name = replaceUnderscoresWithDashes(purl.name);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#qpkg
            qpkg(purl) {
              lowerNamespace(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#rpm
            rpm(purl) {
              lowerNamespace(purl);
              return purl;
            }
          },
          validate: {
            // TODO: cocoapods name validation
            // TODO: cpan namespace validation
            // TODO: swid qualifier validation
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#conan
            conan(purl, throws2) {
              if (isNullishOrEmptyString(purl.namespace)) {
                if (purl.qualifiers?.channel) {
                  if (throws2) {
                    throw new PurlError(
                      'conan requires a "namespace" component when a "channel" qualifier is present'
                    );
                  }
                  return false;
                }
              } else if (isNullishOrEmptyString(purl.qualifiers)) {
                if (throws2) {
                  throw new PurlError(
                    'conan requires a "qualifiers" component when a namespace is present'
                  );
                }
                return false;
              }
              return true;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#cran
            cran(purl, throws2) {
              return validateRequiredByType(
                "cran",
                "version",
                purl.version,
                throws2
              );
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#golang
            golang(purl) {
              const { version } = purl;
              const length = typeof version === "string" ? version.length : 0;
              if (length && version.charCodeAt(0) === 118 && !isSemverString(version.slice(1))) {
                if (throws) {
                  throw new PurlError(
                    'golang "version" component starting with a "v" must be followed by a valid semver version'
                  );
                }
                return false;
              }
              return true;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#maven
            maven(purl, throws2) {
              return validateRequiredByType(
                "maven",
                "namespace",
                purl.namespace,
                throws2
              );
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#mlflow
            mlflow(purl, throws2) {
              return validateEmptyByType(
                "mlflow",
                "namespace",
                purl.namespace,
                throws2
              );
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#oci
            oci(purl, throws2) {
              return validateEmptyByType(
                "oci",
                "namespace",
                purl.namespace,
                throws2
              );
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#pub
            pub(purl, throws2) {
              const { name } = purl;
              for (let i = 0, { length } = name; i < length; i += 1) {
                const code = name.charCodeAt(i);
                if (!(code >= 48 && code <= 57 || // 0-9
                code >= 97 && code <= 122 || // a-z
                code === 95)) {
                  if (throws2) {
                    throw new PurlError(
                      'pub "name" component may only contain [a-z0-9_] characters'
                    );
                  }
                  return false;
                }
              }
              return true;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#swift
            swift(purl, throws2) {
              return validateRequiredByType(
                "swift",
                "namespace",
                purl.namespace,
                throws2
              ) && validateRequiredByType(
                "swift",
                "version",
                purl.version,
                throws2
              );
            }
          }
        },
        {
          normalize: PurlTypNormalizer,
          validate: PurlTypeValidator
        }
      )
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/src/package-url.js
var require_package_url = __commonJS({
  "../../../work/main/node_modules/packageurl-js/src/package-url.js"(exports, module) {
    "use strict";
    var { decodePurlComponent } = require_decode();
    var { isObject, recursiveFreeze } = require_objects();
    var { isBlank, isNonEmptyString, trimLeadingSlashes } = require_strings();
    var { PurlComponent } = require_purl_component();
    var { PurlQualifierNames } = require_purl_qualifier_names();
    var { PurlType } = require_purl_type();
    var { PurlError } = require_error();
    var PackageURL2 = class _PackageURL {
      static Component = recursiveFreeze(PurlComponent);
      static KnownQualifierNames = recursiveFreeze(PurlQualifierNames);
      static Type = recursiveFreeze(PurlType);
      constructor(rawType, rawNamespace, rawName, rawVersion, rawQualifiers, rawSubpath) {
        const type = isNonEmptyString(rawType) ? PurlComponent.type.normalize(rawType) : rawType;
        PurlComponent.type.validate(type, true);
        const namespace = isNonEmptyString(rawNamespace) ? PurlComponent.namespace.normalize(rawNamespace) : rawNamespace;
        PurlComponent.namespace.validate(namespace, true);
        const name = isNonEmptyString(rawName) ? PurlComponent.name.normalize(rawName) : rawName;
        PurlComponent.name.validate(name, true);
        const version = isNonEmptyString(rawVersion) ? PurlComponent.version.normalize(rawVersion) : rawVersion;
        PurlComponent.version.validate(version, true);
        const qualifiers = typeof rawQualifiers === "string" || isObject(rawQualifiers) ? PurlComponent.qualifiers.normalize(rawQualifiers) : rawQualifiers;
        PurlComponent.qualifiers.validate(qualifiers, true);
        const subpath = isNonEmptyString(rawSubpath) ? PurlComponent.subpath.normalize(rawSubpath) : rawSubpath;
        PurlComponent.subpath.validate(subpath, true);
        this.type = type;
        this.name = name;
        this.namespace = namespace ?? void 0;
        this.version = version ?? void 0;
        this.qualifiers = qualifiers ?? void 0;
        this.subpath = subpath ?? void 0;
        const typeHelpers = PurlType[type];
        if (typeHelpers) {
          typeHelpers.normalize(this);
          typeHelpers.validate(this, true);
        }
      }
      toString() {
        const { namespace, name, version, qualifiers, subpath, type } = this;
        let purlStr = `pkg:${PurlComponent.type.encode(type)}/`;
        if (namespace) {
          purlStr = `${purlStr}${PurlComponent.namespace.encode(namespace)}/`;
        }
        purlStr = `${purlStr}${PurlComponent.name.encode(name)}`;
        if (version) {
          purlStr = `${purlStr}@${PurlComponent.version.encode(version)}`;
        }
        if (qualifiers) {
          purlStr = `${purlStr}?${PurlComponent.qualifiers.encode(qualifiers)}`;
        }
        if (subpath) {
          purlStr = `${purlStr}#${PurlComponent.subpath.encode(subpath)}`;
        }
        return purlStr;
      }
      static fromString(purlStr) {
        return new _PackageURL(..._PackageURL.parseString(purlStr));
      }
      static parseString(purlStr) {
        if (typeof purlStr !== "string") {
          throw new Error("A purl string argument is required.");
        }
        if (isBlank(purlStr)) {
          return [
            void 0,
            void 0,
            void 0,
            void 0,
            void 0,
            void 0
          ];
        }
        const colonIndex = purlStr.indexOf(":");
        let url;
        let maybeUrlWithAuth;
        if (colonIndex !== -1) {
          try {
            const beforeColon = purlStr.slice(0, colonIndex);
            const afterColon = purlStr.slice(colonIndex + 1);
            const trimmedAfterColon = trimLeadingSlashes(afterColon);
            url = new URL(`${beforeColon}:${trimmedAfterColon}`);
            maybeUrlWithAuth = afterColon.length === trimmedAfterColon.length ? url : new URL(purlStr);
          } catch (e) {
            throw new PurlError("failed to parse as URL", {
              cause: e
            });
          }
        }
        if (url?.protocol !== "pkg:") {
          throw new PurlError('missing required "pkg" scheme component');
        }
        if (maybeUrlWithAuth.username !== "" || maybeUrlWithAuth.password !== "") {
          throw new PurlError('cannot contain a "user:pass@host:port"');
        }
        const { pathname } = url;
        const firstSlashIndex = pathname.indexOf("/");
        const rawType = decodePurlComponent(
          "type",
          firstSlashIndex === -1 ? pathname : pathname.slice(0, firstSlashIndex)
        );
        if (firstSlashIndex < 1) {
          return [
            rawType,
            void 0,
            void 0,
            void 0,
            void 0,
            void 0
          ];
        }
        let rawVersion;
        let atSignIndex = pathname.lastIndexOf("@");
        if (atSignIndex !== -1 && pathname.charCodeAt(atSignIndex - 1) === 47) {
          atSignIndex = -1;
        }
        const beforeVersion = pathname.slice(
          rawType.length + 1,
          atSignIndex === -1 ? pathname.length : atSignIndex
        );
        if (atSignIndex !== -1) {
          rawVersion = decodePurlComponent(
            "version",
            pathname.slice(atSignIndex + 1)
          );
        }
        let rawNamespace;
        let rawName;
        const lastSlashIndex = beforeVersion.lastIndexOf("/");
        if (lastSlashIndex === -1) {
          rawName = decodePurlComponent("name", beforeVersion);
        } else {
          rawName = decodePurlComponent(
            "name",
            beforeVersion.slice(lastSlashIndex + 1)
          );
          rawNamespace = decodePurlComponent(
            "namespace",
            beforeVersion.slice(0, lastSlashIndex)
          );
        }
        let rawQualifiers;
        const { searchParams } = url;
        if (searchParams.size !== 0) {
          searchParams.forEach(
            (value) => decodePurlComponent("qualifiers", value)
          );
          rawQualifiers = searchParams;
        }
        let rawSubpath;
        const { hash } = url;
        if (hash.length !== 0) {
          rawSubpath = decodePurlComponent("subpath", hash.slice(1));
        }
        return [
          rawType,
          rawNamespace,
          rawName,
          rawVersion,
          rawQualifiers,
          rawSubpath
        ];
      }
    };
    for (const staticProp of ["Component", "KnownQualifierNames", "Type"]) {
      Reflect.defineProperty(PackageURL2, staticProp, {
        ...Reflect.getOwnPropertyDescriptor(PackageURL2, staticProp),
        writable: false
      });
    }
    Reflect.setPrototypeOf(PackageURL2.prototype, null);
    module.exports = {
      PackageURL: PackageURL2,
      PurlComponent,
      PurlQualifierNames,
      PurlType
    };
  }
});

// ../../../work/main/node_modules/packageurl-js/index.js
var require_packageurl_js = __commonJS({
  "../../../work/main/node_modules/packageurl-js/index.js"(exports, module) {
    "use strict";
    var {
      PackageURL: PackageURL2,
      PurlComponent,
      PurlQualifierNames,
      PurlType
    } = require_package_url();
    module.exports = {
      PackageURL: PackageURL2,
      PurlComponent,
      PurlQualifierNames,
      PurlType
    };
  }
});

// scanners/dependencies/lockfile.ts
var NO_SIBLINGS = { read: async () => void 0 };
var ROOT = -1;
var DEFAULT_REGISTRY = { kind: "registry", url: null };

// scanners/dependencies/text/decode.ts
const { isAscii } = process.getBuiltinModule("node:buffer");
var utf8 = new TextDecoder("utf-8", { fatal: true });
function decodeLockfile(bytes) {
  try {
    if (bytes[0] === 255 && bytes[1] === 254)
      return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
    if (bytes[0] === 254 && bytes[1] === 255)
      return new TextDecoder("utf-16be", { fatal: true }).decode(bytes);
    if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
    return utf8.decode(bytes);
  } catch (cause) {
    throw new SallyportError("ENCODING_INVALID", { message: "the file is not UTF-8 text", cause });
  }
}

// scanners/dependencies/lockfiles/actions/action-package.ts
var COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
var RELEASE = /^v?(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/;
function parseActionReference(text) {
  const found = /^([\w.-]+)\/([\w.-]+)(?:\/[^@\s]*)?@([^\s@]+)$/.exec(text);
  const isLocal2 = found === null || found[1] === "." || found[1] === ".." || found[1] === "$";
  return isLocal2 ? void 0 : { owner: found[1], repository: found[2], ref: found[3] };
}
function releaseOf(ref) {
  return RELEASE.exec(ref)?.[1];
}
function actionPackage({ owner, repository, ref }, release, lockedCommit, place) {
  const name = `${owner}/${repository}`;
  const version = releaseOf(ref) ?? release;
  const { line, endLine } = place;
  if (version !== void 0) {
    return { ecosystem: "GitHub Actions", name, version, source: DEFAULT_REGISTRY, line, endLine };
  }
  const commit = lockedCommit ?? (COMMIT.test(ref) ? ref.toLowerCase() : null);
  return {
    ecosystem: "GitHub Actions",
    name,
    version: COMMIT.test(ref) ? "" : ref,
    source: { kind: "git", url: `https://github.com/${name}`, commit },
    line,
    endLine
  };
}

// scanners/dependencies/lockfiles/document/node.ts
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

// scanners/dependencies/lockfiles/document/yaml-flow.ts
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

// scanners/dependencies/lockfiles/document/yaml-lines.ts
var YamlSubsetError = class extends Error {
};
var YamlSyntaxError = class extends Error {
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
  constructor(text) {
    this.#text = text;
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
      if (map.has(key)) this.#tell(`the key ${JSON.stringify(key.slice(0, 200))} stands twice`);
      map.set(key, member);
      this.#value(member, behind, indent);
      member.endLine = this.#lastLine;
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

// scanners/dependencies/lockfiles/document/yaml.ts
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
function readYamlDocuments(text) {
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
    const rest = readFully(text);
    if (rest.root) return [rest];
    const problems = rest.problems.length > 0 ? rest.problems : part.problems;
    return [...documents, { root: part.root, problems }];
  }
}
function brokenOff(reading, { message }) {
  const line = reading?.line ?? 1;
  return { root: reading?.part().root, problems: [{ line, code: "LOCKFILE_INVALID", message }] };
}
function readYaml(text) {
  return readYamlDocuments(text)[0] ?? { root: void 0, problems: [] };
}
function readFully(text) {
  const marks = countMarks(text);
  if (marks > MAX_MARKS) {
    const message = `it is not written as tools write it, and ${marks} marks of syntax are more than the ${MAX_MARKS} that are read then`;
    return { root: void 0, problems: [{ code: "LIMIT_EXCEEDED", message }] };
  }
  try {
    const { root } = parseYamlTree(text, { source: "", ...FULL_PARSER_LIMITS });
    return { root: root ? toNode(root, root.span.line) : void 0, problems: [] };
  } catch (error) {
    if (!(error instanceof SallyportError)) throw error;
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

// scanners/dependencies/lockfiles/graph.ts
var Graph = class {
  #drafts = [];
  #edges = [];
  #known = /* @__PURE__ */ new Map();
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
    if (from === to) return;
    const known = this.#known.get(from);
    if (known?.has(to)) return;
    if (known) known.add(to);
    else this.#known.set(from, /* @__PURE__ */ new Set([to]));
    this.#edges.push({ from, to, scope });
  }
  problem(line, message, code = "LOCKFILE_INVALID") {
    if (this.#problems.length >= MAX_PROBLEMS) this.#untold++;
    else this.#problems.push({ code, message, ...line === void 0 ? {} : { line } });
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
    const scopes = rootsKnown ? this.#spreadScopes() : [];
    const direct = this.#direct();
    const otherwise = rootsKnown ? false : null;
    const packages = this.#drafts.map((draft, index) => ({
      ...draft,
      scope: draft.scope ?? scopes[index] ?? "unknown",
      direct: direct.has(index) ? true : otherwise
    }));
    const errors = [...this.#problems];
    if (this.#untold > 0) errors.push({ code: "LOCKFILE_INVALID", message: `and ${this.#untold} more` });
    return { packages, edges: this.#edges.map(({ from, to }) => [from, to]), errors };
  }
  #assumeRoots() {
    for (const index of this.#orphans()) this.connect(ROOT, index);
  }
  #orphans() {
    const required = new Set(this.#edges.map(({ to }) => to));
    return [...this.#drafts.keys()].filter((index) => !required.has(index) && !this.#isMember(index));
  }
  #direct() {
    return new Set(this.#edges.filter(({ from }) => this.#isMember(from)).map(({ to }) => to));
  }
  #isMember(index) {
    return index === ROOT || this.#drafts[index].source.kind === "workspace";
  }
  /** What production reaches is production's; what only a development dependency reaches is its. */
  #spreadScopes() {
    const scopes = new Array(this.#drafts.length);
    const next = /* @__PURE__ */ new Map();
    for (const { from, to, scope } of this.#edges) {
      const list = next.get(from);
      if (list) list.push({ to, scope });
      else next.set(from, [{ to, scope }]);
    }
    const reached = [ROOT, ...[...this.#drafts.keys()].filter((index) => this.#isMember(index))];
    const allowed = /* @__PURE__ */ new Set();
    for (const scope of SCOPES) {
      allowed.add(scope);
      const queue = reached.flatMap((from) => next.get(from) ?? []).filter((edge) => allowed.has(edge.scope));
      for (let at = 0; at < queue.length; at++) {
        const { to } = queue[at];
        if (scopes[to] !== void 0) continue;
        scopes[to] = scope;
        reached.push(to);
        for (const edge of next.get(to) ?? []) if (allowed.has(edge.scope)) queue.push(edge);
      }
    }
    for (const index of this.#drafts.keys()) if (this.#isMember(index)) scopes[index] ??= "prod";
    return scopes;
  }
};
var SCOPES = ["prod", "unknown", "optional", "peer", "build", "test", "dev"];

// scanners/dependencies/lockfiles/actions-lock.ts
var actionsLock = {
  id: "actions.lock",
  ecosystems: ["GitHub Actions"],
  wants: (path) => path === ".github/workflows/actions.lock",
  parse: parseActionsLock
};
function parseActionsLock(file) {
  const { root, problems } = readYaml(file.text);
  const graph = new Graph();
  graph.problems(problems);
  const version = textOf(root, "version");
  if (version !== void 0 && !/^v0\.0\.[12]$/.test(version)) {
    graph.problem(memberOf(root, "version")?.line, `version ${version} is not known`, "LOCKFILE_UNSUPPORTED");
  }
  const dependencies = memberOf(root, "dependencies");
  const byReference = /* @__PURE__ */ new Map();
  for (const [key, node] of membersOf(dependencies)) {
    const draft = isWhole(node) ? draftOf(key, node) : void 0;
    if (draft) byReference.set(normal(key), graph.add(draft));
    else if (isWhole(node)) graph.problem(node.line, `${JSON.stringify(key.slice(0, 200))} is no reference`);
  }
  const connect4 = (from, list) => {
    for (const reference of textsOf(list)) {
      const to = byReference.get(normal(reference));
      if (to !== void 0) graph.connect(from, to, from === ROOT ? "build" : "prod");
    }
  };
  for (const [, list] of membersOf(memberOf(root, "workflows"))) connect4(ROOT, list);
  for (const [key, node] of membersOf(dependencies)) {
    const from = byReference.get(normal(key));
    if (from !== void 0) connect4(from, memberOf(node, "uses"));
  }
  return graph.content({ rootsKnown: true, edgesKnown: true });
}
function draftOf(key, node) {
  const reference = parseActionReference(withoutDigest(key));
  if (!reference) return void 0;
  const commit = /^(?:sha1|sha256)-([0-9a-f]{40,64})$/.exec(textOf(node, "commit") ?? "")?.[1];
  const release = releaseOf(textOf(node, "ref") ?? textOf(node, "tag") ?? "");
  return actionPackage(reference, release, commit, node);
}
function withoutDigest(reference) {
  return reference.replace(/:sha(?:1|256)-[0-9a-f]+$/, "");
}
function normal(reference) {
  const bare3 = withoutDigest(reference);
  const at = bare3.lastIndexOf("@");
  return at === -1 ? bare3.toLowerCase() : bare3.slice(0, at).toLowerCase() + bare3.slice(at);
}

// scanners/dependencies/text/json-reader.ts
var JsonSyntaxError = class extends Error {
  offset;
  constructor(message, offset) {
    super(message);
    this.name = "JsonSyntaxError";
    this.offset = offset;
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
  text;
  /** Keys that stood twice in one object; the last one counts, as in every package manager. */
  repeated = [];
  #at = 0;
  #depth = 0;
  constructor(text) {
    this.text = text;
  }
  /** Where the next character is read. */
  get offset() {
    return this.#at;
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
  /** Visits each member; the visitor consumes the value with one call of this reader. */
  members(visit) {
    this.#enter(OPEN_BRACE, '"{"');
    const seen = new SeenKeys();
    if (this.#space() !== CLOSE_BRACE) {
      for (; ; ) {
        if (this.#space() !== QUOTE) this.#fail("expected a key in quotes");
        const keyOffset = this.#at;
        const key = this.string();
        if (seen.add(key)) this.repeated.push({ key, offset: keyOffset });
        if (this.#space() !== COLON) this.#fail('expected ":"');
        this.#at++;
        visit(key, keyOffset);
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
    const start = this.#at;
    const escaped = this.#passString();
    if (!escaped) return this.text.slice(start + 1, this.#at - 1);
    try {
      return JSON.parse(this.text.slice(start, this.#at));
    } catch {
      this.#at = start;
      return this.#fail("a string has an escape that JSON does not know");
    }
  }
  /** The value if it is a string; anything else is skipped. */
  stringOrSkip() {
    if (this.peek() === "string") return this.string();
    this.skip();
    return void 0;
  }
  /** Whether the value is `true`; anything else is skipped. */
  isTrue() {
    this.peek();
    const start = this.#at;
    this.skip();
    return this.#at - start === 4 && this.text.startsWith("true", start);
  }
  /** A small number; anything else is skipped. */
  numberOrSkip() {
    const isNumber = this.peek() === "number";
    const start = this.#at;
    this.skip();
    return isNumber ? Number(this.text.slice(start, this.#at)) : void 0;
  }
  skip() {
    const kind = this.peek();
    if (kind === "string") this.#passString();
    else if (kind === "number") this.#passNumber();
    else if (kind === "word") this.#passWord();
    else if (kind === "object") this.members(() => this.skip());
    else this.elements(() => this.skip());
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
      const code = this.text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code;
      this.#at++;
    }
  }
  /** Moves behind a string; whether it has escapes. */
  #passString() {
    const start = this.#at;
    let escaped = false;
    for (let at = start + 1; ; at++) {
      const code = this.text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        return escaped;
      }
      if (code === BACKSLASH) {
        escaped = true;
        at++;
      } else if (!(code >= 32)) {
        if (!Number.isNaN(code)) this.#at = at;
        return this.#fail(
          Number.isNaN(code) ? "a string has no end" : "a control character stands in a string"
        );
      }
    }
  }
  #passNumber() {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.text)) this.#fail("expected a number");
    this.#at = pattern.lastIndex;
  }
  #passWord() {
    for (const word of ["true", "false", "null"]) {
      if (this.text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return;
      }
    }
    this.#fail("expected a value");
  }
  #fail(message) {
    throw new JsonSyntaxError(message, this.#at);
  }
};
var SeenKeys = class {
  #list = [];
  #set;
  /** Whether the key was there already. */
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

// scanners/dependencies/lockfiles/document/json.ts
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
  #lines;
  #depth = 0;
  constructor(text) {
    this.#reader = new JsonReader(text);
    this.#lines = new LineCursor(text);
  }
  document() {
    const root = { line: 1, endLine: 0, value: null };
    const problems = [];
    try {
      this.#fill(root);
      this.#reader.end();
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      problems.push({
        line: this.#lines.lineAt(error.offset),
        code: "LOCKFILE_INVALID",
        message: error.message
      });
    }
    const repeats = new LineCursor(this.#reader.text);
    for (const { key, offset } of this.#reader.repeated.slice(0, MAX_PROBLEMS)) {
      const message = `the key ${JSON.stringify(key.slice(0, 200))} stands twice`;
      problems.push({ line: repeats.lineAt(offset), code: "LOCKFILE_INVALID", message });
    }
    return { root, problems };
  }
  #fill(node) {
    const reader = this.#reader;
    const kind = reader.peek();
    if (kind === "object" || kind === "array") {
      if (++this.#depth > MAX_DOCUMENT_DEPTH) {
        throw new JsonSyntaxError(`nested deeper than ${MAX_DOCUMENT_DEPTH}`, reader.offset);
      }
      if (kind === "object") this.#fillMap(node);
      else this.#fillList(node);
      this.#depth--;
    } else if (kind === "string") node.value = reader.string();
    else node.value = this.#plain();
    node.endLine = this.#lines.lineAt(reader.offset - 1);
  }
  #fillMap(node) {
    const map = /* @__PURE__ */ new Map();
    node.value = map;
    this.#reader.members((key, keyOffset) => {
      const member = { line: this.#lines.lineAt(keyOffset), endLine: 0, value: null };
      map.set(key, member);
      this.#fill(member);
    });
  }
  #fillList(node) {
    const list = [];
    node.value = list;
    this.#reader.elements(() => {
      this.#reader.peek();
      const element = {
        line: this.#lines.lineAt(this.#reader.offset),
        endLine: 0,
        value: null
      };
      list.push(element);
      this.#fill(element);
    });
  }
  #plain() {
    const start = this.#reader.offset;
    this.#reader.skip();
    const word = this.#reader.text.slice(start, this.#reader.offset);
    if (word === "null") return null;
    return word === "true" || word === "false" ? word === "true" : Number(word);
  }
};
var LineCursor = class {
  #text;
  #line = 1;
  #next;
  constructor(text) {
    this.#text = text;
    this.#next = text.indexOf("\n");
  }
  lineAt(offset) {
    while (this.#next !== -1 && this.#next < offset) {
      this.#line++;
      this.#next = this.#text.indexOf("\n", this.#next + 1);
    }
    return this.#line;
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

// scanners/dependencies/lockfiles/npm-origin.ts
function splitAtVersion(text) {
  const at = text.indexOf("@", 1);
  return at === -1 ? { name: text, rest: "" } : { name: text.slice(0, at), rest: text.slice(at + 1) };
}
var COMMIT2 = /^[0-9a-f]{7,64}$/i;
function sourceOfAddress(address) {
  if (/^(?:file|link|portal|exec):/i.test(address)) {
    return { kind: "path", path: address.slice(address.indexOf(":") + 1) };
  }
  return codeHostSource(address) ?? gitSource(address);
}
function sourceOfTarball(url, name, isAskedByUrl) {
  const special = sourceOfAddress(url);
  if (special) return special;
  if (isAskedByUrl) return { kind: "url", url };
  return { kind: "registry", url: registryOf(url, name) };
}
function registryOf(url, name) {
  const plain = url.replace(/%2f/gi, "/").replace(/%40/g, "@");
  const tarball = plain.indexOf(`/${name}/-/`);
  if (tarball !== -1) return plain.slice(0, tarball + 1);
  return /^[a-z]+:\/\/[^/]*\//i.exec(url)?.[0] ?? null;
}
function codeHostSource(address) {
  const github = /^https:\/\/codeload\.github\.com\/([^/]+\/[^/]+)\/(?:legacy\.)?tar\.gz\/([^/#?]+)/.exec(
    address
  );
  if (github) return git(`https://github.com/${github[1]}`, github[2]);
  const gitlab = /^(https:\/\/gitlab\.com\/.+?)\/(?:-\/archive\/([^/]+)\/|repository\/archive\.tar\.gz\?(?:.*&)?(?:ref|sha)=([^&#]+))/.exec(
    address
  );
  if (gitlab) return git(gitlab[1], gitlab[2] ?? gitlab[3]);
  const bitbucket = /^(https:\/\/bitbucket\.org\/[^/]+\/[^/]+)\/get\/([^/#]+)\.tar\.gz/.exec(address);
  return bitbucket ? git(bitbucket[1], bitbucket[2]) : void 0;
}
function gitSource(address) {
  const hash = address.indexOf("#");
  const url = hash === -1 ? address : address.slice(0, hash);
  const fragment = hash === -1 ? "" : address.slice(hash + 1);
  const isGit = /^(?:git(?:\+[a-z]+)?|ssh):/i.test(url) || /^(?:github|gitlab|bitbucket|gist):/i.test(url) || /^git@/i.test(url) || /\.git$/i.test(url) || /^https?:/i.test(url) && COMMIT2.test(fragment) && !/\.t(?:ar\.)?gz$/i.test(url);
  if (!isGit) return void 0;
  return git(url, /(?:^|&)commit=([^&]+)/.exec(fragment)?.[1] ?? fragment);
}
function git(url, commit) {
  return { kind: "git", url, commit: commit !== void 0 && COMMIT2.test(commit) ? commit : null };
}

// scanners/dependencies/lockfiles/bun-lock.ts
var bunLock = {
  id: "bun.lock",
  ecosystems: ["npm"],
  wants: (path) => path === "bun.lock" || path.endsWith("/bun.lock"),
  parse: parseBunLock
};
var KNOWN_VERSION = 2;
var SECTIONS = [
  ["dependencies", "prod"],
  ["optionalDependencies", "optional"],
  ["devDependencies", "dev"],
  ["peerDependencies", "peer"]
];
function parseBunLock(file) {
  const { root, problems } = readJsonWithComments(file.text);
  const graph = new Graph();
  graph.problems(problems);
  const version = memberOf(root, "lockfileVersion");
  if (typeof version?.value === "number" && version.value > KNOWN_VERSION) {
    graph.problem(version.line, `lockfileVersion ${version.value} is not known`, "LOCKFILE_UNSUPPORTED");
  }
  const reading = new BunReading(graph, root);
  reading.addPackages();
  reading.connectPackages();
  reading.connectMembers();
  return graph.content({ rootsKnown: true, edgesKnown: true });
}
var BunReading = class {
  #graph;
  #root;
  #byPlace = /* @__PURE__ */ new Map();
  #memberByFolder = /* @__PURE__ */ new Map();
  constructor(graph, root) {
    this.#graph = graph;
    this.#root = root;
  }
  addPackages() {
    for (const [place, node] of membersOf(memberOf(this.#root, "packages"))) {
      if (!isWhole(node)) continue;
      const id = elementsOf(node)[0]?.value;
      if (typeof id === "string") this.#add(place, id, node);
      else this.#graph.problem(node.line, `${JSON.stringify(place.slice(0, 200))} has no name and version`);
    }
  }
  connectPackages() {
    for (const [place, node] of membersOf(memberOf(this.#root, "packages"))) {
      const from = this.#byPlace.get(place);
      const about = elementsOf(node).find((element) => element.value instanceof Map);
      if (from === void 0 || this.#graph.at(from).source.kind === "workspace") continue;
      this.#connect(from, place, about, false);
    }
  }
  connectMembers() {
    for (const [folder, node] of membersOf(memberOf(this.#root, "workspaces"))) {
      const member = this.#memberByFolder.get(folder);
      const from = folder === "" ? ROOT : member?.index;
      this.#connect(from ?? ROOT, textOf(node, "name") ?? member?.name ?? "", node, true);
    }
  }
  #add(place, id, node) {
    const { name, rest } = splitAtVersion(id);
    if (rest === "root:" || rest.startsWith("root:")) return;
    const elements = elementsOf(node);
    const source = sourceOf(rest, name, elements);
    const version = source.kind === "registry" ? rest : this.#versionOf(source);
    const last = elements.at(-1)?.value;
    const index = this.#graph.add({
      ecosystem: "npm",
      name,
      version,
      source,
      line: node.line,
      endLine: node.endLine,
      ...source.kind === "registry" ? { integrity: typeof last === "string" && /^sha\d+-/.test(last) } : {}
    });
    this.#byPlace.set(place, index);
    if (source.kind === "workspace") this.#memberByFolder.set(source.path, { index, name });
  }
  #versionOf(source) {
    if (source.kind !== "workspace") return "";
    return textOf(memberOf(memberOf(this.#root, "workspaces"), source.path), "version") ?? "";
  }
  #connect(from, place, about, isProject) {
    const optionalPeers = new Set(textsOf(memberOf(about, "optionalPeers")));
    for (const [section, scope] of SECTIONS) {
      if (scope === "dev" && !isProject) continue;
      for (const [name] of membersOf(memberOf(about, section))) {
        if (scope === "peer" && optionalPeers.has(name)) continue;
        const to = this.#find(place, name);
        if (to !== void 0) this.#graph.connect(from, to, scope);
      }
    }
  }
  /** From the dependent's own place upwards, as Node looks for modules. */
  #find(from, name) {
    for (let place = from; place !== ""; place = placeAbove(place)) {
      const found = this.#byPlace.get(`${place}/${name}`);
      if (found !== void 0) return found;
    }
    return this.#byPlace.get(name);
  }
};
function placeAbove(place) {
  const parts = place.split("/");
  parts.pop();
  if (parts.at(-1)?.startsWith("@")) parts.pop();
  return parts.join("/");
}
function sourceOf(rest, name, elements) {
  if (rest.startsWith("workspace:")) return { kind: "workspace", path: rest.slice("workspace:".length) };
  const special = sourceOfAddress(rest);
  if (special) return special;
  if (/^https?:/i.test(rest)) return { kind: "url", url: rest };
  if (/^\.{0,2}\//.test(rest) || rest.endsWith(".tgz")) return { kind: "path", path: rest };
  const registry = elements[1]?.value;
  const isDefault = typeof registry !== "string" || registry === "";
  return { kind: "registry", url: isDefault ? null : registryOf(registry, name) };
}

// scanners/dependencies/text/each-line.ts
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

// scanners/dependencies/lockfile-error.ts
function lockfileError(path, line, why, cause) {
  const place = line === void 0 ? { file: path } : { file: path, line };
  return new SallyportError("LOCKFILE_INVALID", {
    message: line === void 0 ? why : `${why} (line ${line})`,
    place,
    help: "run the package manager again so that it writes the file anew, or restore it from git",
    ...cause === void 0 ? {} : { cause }
  });
}

// scanners/dependencies/lockfiles/content-builder.ts
var MAX_PROBLEMS2 = 100;
var MAX_QUOTED = 200;
var MAX_MESSAGE = 1e3;
var ContentBuilder = class {
  packages = [];
  #edges = [];
  #seenEdges = /* @__PURE__ */ new Set();
  #errors = [];
  #dropped = 0;
  /** From the default registry, of unknown scope, direct or not unknown, on one line, unless it says otherwise. */
  add(found) {
    const defaults = { source: DEFAULT_REGISTRY, scope: "unknown", direct: null };
    return this.packages.push({ endLine: found.line, ...defaults, ...found }) - 1;
  }
  /** An edge that stands already, or of a package to itself, is left out. */
  connect(from, to) {
    if (to === void 0 || from === to) return;
    const key = (from + 1) * 2 ** 26 + to;
    if (this.#seenEdges.has(key)) return;
    this.#seenEdges.add(key);
    this.#edges.push([from, to]);
  }
  /** The project asks for it. */
  connectRoot(to) {
    this.connect(ROOT, to);
  }
  /**
   * For a format that records edges and not what the project asks for: what nobody requires, the project
   * did. What somebody requires may be asked for by the project as well, and stays not known.
   */
  assumeRoots() {
    const required = new Set(this.#edges.map(([, to]) => to));
    for (const [index, found] of this.packages.entries()) {
      if (required.has(index)) continue;
      this.packages[index] = { ...found, direct: true };
      this.connectRoot(index);
    }
  }
  /** For a format that says all that the project and its members ask for: what they do not is not direct. */
  markDirect() {
    const isMember2 = (index) => index === ROOT || this.packages[index]?.source.kind === "workspace";
    const direct = new Set(this.#edges.filter(([from]) => isMember2(from)).map(([, to]) => to));
    for (const [index, found] of this.packages.entries()) {
      this.packages[index] = { ...found, direct: direct.has(index) };
    }
  }
  problem(line, message, code = "LOCKFILE_INVALID") {
    if (this.#errors.length === MAX_PROBLEMS2) this.#dropped++;
    else this.#errors.push({ code, message: shorten(message), ...line === void 0 ? {} : { line } });
  }
  content() {
    const { packages, edges } = this.#withoutNameless();
    const more = this.#dropped === 0 ? [] : [{ code: "LOCKFILE_INVALID", message: `and ${this.#dropped} more of such problems` }];
    return { packages, edges, errors: [...this.#errors, ...more] };
  }
  /** A package without a name can be neither shown nor matched: it is told instead. */
  #withoutNameless() {
    const isNamed = ({ name }) => name.trim() !== "";
    if (this.packages.every(isNamed)) return { packages: this.packages, edges: this.#edges };
    const positions = /* @__PURE__ */ new Map([[ROOT, ROOT]]);
    const packages = [];
    for (const [index, found] of this.packages.entries()) {
      if (isNamed(found)) positions.set(index, packages.push(found) - 1);
      else this.problem(found.line, "a package has no name");
    }
    const edges = this.#edges.flatMap(([from, to]) => {
      const newFrom = positions.get(from);
      const newTo = positions.get(to);
      return newFrom === void 0 || newTo === void 0 ? [] : [[newFrom, newTo]];
    });
    return { packages, edges };
  }
};
function openDocument(file, { root, problems }) {
  const [first] = problems;
  const map = mapOf(root);
  if (!map) throw lockfileError(file.path, first?.line ?? 1, shorten(first?.message ?? "it is not an object"));
  const builder = new ContentBuilder();
  for (const { line, message, code } of problems) builder.problem(line, message, code);
  return { root: map, builder };
}
function quote(text) {
  return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}\u2026` : text);
}
function shorten(message) {
  return message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}\u2026` : message;
}

// scanners/dependencies/lockfiles/cabal-freeze.ts
var cabalFreeze = {
  id: "cabal.project.freeze",
  ecosystems: ["Hackage"],
  wants: (path) => path.endsWith(".project.freeze"),
  parse: parseCabalFreeze
};
var FIELD = /^([A-Za-z][A-Za-z0-9-]*)\s*:\s*(.*)$/;
function parseCabalFreeze(file) {
  const builder = new ContentBuilder();
  let field = "";
  for (const { text, number } of eachLine(file.text)) {
    const body = text.trim();
    if (body === "" || body.startsWith("--")) continue;
    const [, name, rest] = FIELD.exec(text) ?? [];
    if (name !== void 0) field = name.toLowerCase();
    else if (text === text.trimStart() && field !== "constraints") {
      builder.problem(number, `${quote(body)} is no field`);
      continue;
    }
    if (field === "constraints") addConstraints(builder, rest ?? body, number);
  }
  return builder.content();
}
function addConstraints(builder, text, line) {
  for (const constraint of text.split(",").map((part) => part.trim())) {
    const [, name, range] = /^any\.([A-Za-z0-9-]+)\s*(.*)$/.exec(constraint) ?? [];
    if (name === void 0 || range === void 0) continue;
    const [, version] = /^==\s*([0-9]+(?:\.[0-9]+)*)$/.exec(range) ?? [];
    if (version === void 0 && (range === "installed" || /^[+-]/.test(range))) continue;
    if (version === void 0) {
      const message = `${quote(name)} is not pinned to one version: ${quote(range)}`;
      builder.problem(line, message, "LOCKFILE_UNRESOLVED");
    }
    builder.add({ ecosystem: "Hackage", name, version: version ?? "", line });
  }
}

// scanners/dependencies/lockfiles/document/toml-cursor.ts
var TomlSyntaxError = class extends Error {
  line;
  constructor(message, line) {
    super(message);
    this.name = "TomlSyntaxError";
    this.line = line;
  }
};
var BARE_KEY = /[A-Za-z0-9_-]+/y;
var SPACE = /[ \t]*/y;
var BLANK_LINE = /[ \t\r]*(?:#[^\n]*)?\n/y;
var BLANK_END = /[ \t]*(?:#[^\n]*)?\r?/y;
var SIMPLE_STRING = /"([^"\\\n]*)"/y;
var LITERAL_STRING = /'([^'\n]*)'/y;
var NUMBER = /[+-]?(?:0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+|inf|nan|[\d_]+(?:\.[\d_]+)?(?:e[+-]?[\d_]+)?)$/i;
var TOKEN = /[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?/y;
var TomlCursor = class {
  #text;
  #at = 0;
  #line = 1;
  #depth = 0;
  constructor(text) {
    this.#text = text;
  }
  get line() {
    return this.#line;
  }
  peek() {
    return this.#text.charAt(this.#at);
  }
  /** Moves behind blank lines and comments; `false` at the end. */
  skipBlank() {
    this.#passBlank();
    return this.#at < this.#text.length;
  }
  openHeader() {
    this.expect("[");
    if (this.peek() !== "[") return false;
    this.#at++;
    return true;
  }
  closeHeader(isArray) {
    this.expect("]");
    if (isArray) this.expect("]");
  }
  /** A key's parts: `a."b c".d` has three. */
  key() {
    const parts = [];
    for (; ; ) {
      this.#pass(SPACE);
      const first = this.peek();
      if (first === '"' || first === "'") parts.push(this.#quoted(first));
      else parts.push(this.#match(BARE_KEY, "expected a key"));
      this.#pass(SPACE);
      if (this.peek() !== ".") return parts;
      if (parts.length > MAX_DOCUMENT_DEPTH) this.#fail(`a key of more than ${MAX_DOCUMENT_DEPTH} parts`);
      this.#at++;
    }
  }
  value() {
    this.#pass(SPACE);
    const first = this.peek();
    if (first === '"' || first === "'") return this.#string(first);
    if (first === "[" || first === "{") {
      if (++this.#depth > MAX_DOCUMENT_DEPTH) this.#fail(`nested deeper than ${MAX_DOCUMENT_DEPTH}`);
      const value = first === "[" ? this.#array() : this.#inlineTable();
      this.#depth--;
      return value;
    }
    const token = this.#match(TOKEN, "expected a value");
    if (token === "true" || token === "false") return token === "true";
    return NUMBER.test(token) ? Number(token.replaceAll("_", "")) : this.#moment(token);
  }
  expect(character) {
    this.#pass(SPACE);
    if (this.peek() !== character) this.#fail(`expected ${JSON.stringify(character)}`);
    this.#at++;
  }
  /** Nothing but a comment may follow on the line. */
  endLine() {
    this.#pass(SPACE);
    if (this.peek() === "\r") this.#at++;
    const next = this.peek();
    if (next !== "" && next !== "\n" && next !== "#") this.#fail("something follows on the line");
  }
  #array() {
    const list = [];
    this.#at++;
    for (; ; ) {
      this.#passBlank();
      if (this.peek() === "]") break;
      const line = this.#line;
      const value = this.value();
      list.push({ line, endLine: this.#line, value });
      this.#passBlank();
      if (this.peek() !== ",") break;
      this.#at++;
    }
    this.expect("]");
    return list;
  }
  #inlineTable() {
    const table = /* @__PURE__ */ new Map();
    this.#at++;
    for (; ; ) {
      this.#passBlank();
      if (this.peek() === "}") break;
      const line = this.#line;
      const keys = this.key();
      this.expect("=");
      const value = this.value();
      put(table, keys, { line, endLine: this.#line, value }, () => this.#fail("a key is not a table"));
      this.#passBlank();
      if (this.peek() !== ",") break;
      this.#at++;
    }
    this.expect("}");
    return table;
  }
  #quoted(quote8) {
    const simple = quote8 === '"' ? SIMPLE_STRING : LITERAL_STRING;
    simple.lastIndex = this.#at;
    const found = simple.exec(this.#text)?.[1];
    if (found !== void 0) {
      this.#at = simple.lastIndex;
      return found;
    }
    const end = this.#endOf(quote8, this.#at + 1);
    const text = this.#text.slice(this.#at + 1, end);
    if (text.includes("\n")) this.#fail("a string has no end on its line");
    this.#at = end + 1;
    return quote8 === '"' ? this.#unescape(text) : text;
  }
  #string(quote8) {
    const fence = quote8.repeat(3);
    if (!this.#text.startsWith(fence, this.#at)) return this.#quoted(quote8);
    const end = this.#endOf(fence, this.#at + 3);
    const text = this.#text.slice(this.#at + 3, end).replace(/^\r?\n/, "");
    this.#move(end + 3);
    if (quote8 === "'") return text;
    return this.#unescape(text);
  }
  /** Up to two quotes may stand right before the fence that ends a string of several lines. */
  #endOf(fence, from) {
    const isLiteral = fence.startsWith("'");
    for (let at = from; at < this.#text.length; at++) {
      if (!isLiteral && this.#text[at] === "\\") at++;
      else if (fence.length === 1 && this.#text[at] === "\n") break;
      else if (this.#text.startsWith(fence, at)) {
        let extra = 0;
        while (fence.length === 3 && extra < 2 && this.#text[at + 3 + extra] === fence[0]) extra++;
        return at + extra;
      }
    }
    return this.#fail("a string has no end");
  }
  #unescape(text) {
    if (!text.includes("\\")) return text;
    return text.replace(ESCAPE, (_, what) => {
      if (/^[ \t\r\n]/.test(what) && what.includes("\n")) return "";
      if (what.length === 1) return ESCAPES.get(what) ?? this.#fail(`the escape \\${what} is not known`);
      const code = Number.parseInt(what.slice(1), 16);
      const isCharacter = code <= 1114111 && (code < 55296 || code > 57343);
      return isCharacter ? String.fromCodePoint(code) : this.#fail("an escape is no character");
    });
  }
  /** A date or a time, which no lockfile needs as more than its text. */
  #moment(token) {
    if (!/^\d{2,4}[-:]\d\d/.test(token)) this.#fail("expected a value");
    return token;
  }
  #match(pattern, why) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === void 0) return this.#fail(why);
    this.#at = pattern.lastIndex;
    return found;
  }
  #passBlank() {
    while (this.#pass(BLANK_LINE)) ;
    this.#pass(BLANK_END);
  }
  #pass(pattern) {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#move(pattern.lastIndex);
    return true;
  }
  #move(to) {
    for (let at = this.#text.indexOf("\n", this.#at); at !== -1 && at < to; ) {
      this.#line++;
      at = this.#text.indexOf("\n", at + 1);
    }
    this.#at = to;
  }
  #fail(message) {
    throw new TomlSyntaxError(message, this.#line);
  }
};
var ESCAPE = /\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[ \t]*\r?\n[ \t\r\n]*|[\s\S])/g;
var ESCAPES = /* @__PURE__ */ new Map([
  ["b", "\b"],
  ["t", "	"],
  ["n", "\n"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1B"],
  ['"', '"'],
  ["\\", "\\"]
]);
function put(table, keys, node, refuse) {
  let map = table;
  for (const key of keys.slice(0, -1)) {
    let next = map.get(key);
    if (!next) {
      next = { line: node.line, endLine: node.endLine, value: /* @__PURE__ */ new Map() };
      map.set(key, next);
    }
    if (!(next.value instanceof Map)) refuse();
    else map = next.value;
  }
  map.set(keys.at(-1), node);
}

// scanners/dependencies/lockfiles/document/toml.ts
function readToml(text) {
  const building = new TomlBuilding(text);
  return building.document();
}
var TomlBuilding = class {
  #cursor;
  #root = { line: 1, endLine: 1, value: /* @__PURE__ */ new Map() };
  #problems = [];
  /** From the root to the table whose keys are being read. */
  #path = [this.#root];
  constructor(text) {
    this.#cursor = new TomlCursor(text);
  }
  document() {
    const cursor = this.#cursor;
    try {
      while (cursor.skipBlank()) {
        if (cursor.peek() === "[") this.#header();
        else this.#pair();
        cursor.endLine();
      }
    } catch (error) {
      if (!(error instanceof TomlSyntaxError)) throw error;
      this.#tell(error.line, error.message);
      for (const node of this.#path.slice(1)) node.endLine = 0;
    }
    return { root: this.#root, problems: this.#problems };
  }
  #header() {
    const cursor = this.#cursor;
    const { line } = cursor;
    const isArray = cursor.openHeader();
    const keys = cursor.key();
    cursor.closeHeader(isArray);
    const path = this.#walk([this.#root], keys.slice(0, -1), line);
    const table = mapIn(path.at(-1));
    const name = keys.at(-1);
    if (isArray) path.push(...this.#appendElement(table, name, line));
    else path.push(...this.#openTable(table, name, line));
    this.#path = path;
    this.#touch(line);
  }
  #appendElement(table, name, line) {
    let array = table.get(name);
    if (!array || !Array.isArray(array.value)) {
      if (array) this.#tell(line, `${quote2(name)} stands twice`);
      array = { line, endLine: line, value: [] };
      table.set(name, array);
    }
    const element = { line, endLine: line, value: /* @__PURE__ */ new Map() };
    array.value.push(element);
    return [array, element];
  }
  #openTable(table, name, line) {
    const present = table.get(name);
    if (present?.value instanceof Map) return [present];
    if (present) this.#tell(line, `${quote2(name)} stands twice`);
    const opened = { line, endLine: line, value: /* @__PURE__ */ new Map() };
    table.set(name, opened);
    return [opened];
  }
  #pair() {
    const cursor = this.#cursor;
    const { line } = cursor;
    const keys = cursor.key();
    cursor.expect("=");
    const value = cursor.value();
    const table = mapIn(this.#walk([...this.#path], keys.slice(0, -1), line).at(-1));
    const name = keys.at(-1);
    if (table.has(name)) this.#tell(line, `the key ${quote2(name)} stands twice`);
    table.set(name, { line, endLine: cursor.line, value });
    this.#touch(cursor.line);
  }
  /** Down the keys of a header or of a dotted key, creating what is not there. */
  #walk(path, keys, line) {
    for (const key of keys) {
      const table = mapIn(path.at(-1));
      let next = table.get(key);
      if (Array.isArray(next?.value)) {
        path.push(next);
        next = next.value.at(-1);
      }
      if (!(next?.value instanceof Map)) {
        if (next) throw new TomlSyntaxError(`${quote2(key)} is not a table`, line);
        next = { line, endLine: line, value: /* @__PURE__ */ new Map() };
        table.set(key, next);
      }
      path.push(next);
    }
    return path;
  }
  #touch(line) {
    for (const node of this.#path) node.endLine = line;
  }
  #tell(line, message) {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ line, code: "LOCKFILE_INVALID", message });
  }
};
function mapIn(node) {
  return node.value;
}
function quote2(key) {
  return JSON.stringify(key.slice(0, 200));
}

// scanners/dependencies/lockfiles/cargo/manifest.ts
var SECTIONS2 = [
  ["dependencies", "prod"],
  ["build-dependencies", "build"],
  ["build_dependencies", "build"],
  ["dev-dependencies", "dev"],
  ["dev_dependencies", "dev"]
];
var MAX_MEMBERS = 500;
function wantsCargoManifest(path) {
  return path === "Cargo.toml" || path.endsWith("/Cargo.toml");
}
async function readCargoManifests(lockfile, siblings) {
  const folder = lockfile.slice(0, lockfile.lastIndexOf("/") + 1);
  const manifests = /* @__PURE__ */ new Map();
  const read = async (path) => {
    const file = await siblings.read(path);
    const root2 = file && readToml(file.text).root;
    const name = textOf(memberOf(root2, "package"), "name");
    if (name !== void 0) manifests.set(name, scopesOf(root2));
    return root2;
  };
  const root = await read(`${folder}Cargo.toml`);
  const members = textsOf(memberOf(memberOf(root, "workspace"), "members"));
  for (const member of members.slice(0, MAX_MEMBERS)) {
    if (!/[*?[]/.test(member)) await read(`${folder}${member.replace(/\/$/, "")}/Cargo.toml`);
  }
  return manifests;
}
function scopesOf(root) {
  const scopes = /* @__PURE__ */ new Map();
  const places = [root, ...[...membersOf(memberOf(root, "target"))].map(([, target]) => target)];
  for (const [section, scope] of SECTIONS2) {
    for (const place of places) {
      for (const [key, dependency] of membersOf(memberOf(place, section))) {
        const name = textOf(dependency, "package") ?? key;
        const asked = memberOf(dependency, "optional")?.value === true ? "optional" : scope;
        if (!scopes.has(name)) scopes.set(name, asked);
      }
    }
  }
  return scopes;
}

// scanners/dependencies/lockfiles/cargo-lock.ts
var cargoLock = {
  id: "Cargo.lock",
  ecosystems: ["crates.io"],
  wants: (path) => path === "Cargo.lock" || path.endsWith("/Cargo.lock"),
  wantsBeside: wantsCargoManifest,
  parse: parseCargoLock
};
async function parseCargoLock(file, siblings) {
  const { root, problems } = readToml(file.text);
  const graph = new Graph();
  graph.problems(problems);
  const version = memberOf(root, "version");
  if (typeof version?.value === "number" && version.value > 4) {
    graph.problem(version.line, `version ${version.value} is not known (1 to 4 are)`, "LOCKFILE_UNSUPPORTED");
  }
  const crates = new Crates(graph);
  const checksums = new Set([...membersOf(memberOf(root, "metadata"))].map(([key]) => key));
  const own = memberOf(root, "root");
  for (const node of [...own ? [own] : [], ...tablesOf(root, "package")]) {
    if (isWhole(node)) crates.add(node, checksums);
  }
  crates.connect(await readCargoManifests(file.path, siblings));
  return graph.content({ rootsKnown: crates.hasMembers, edgesKnown: true });
}
var Crates = class {
  hasMembers = false;
  #graph;
  #nodes = [];
  /** By `name`, `name version` and `name version (source)`. */
  #byReference = /* @__PURE__ */ new Map();
  constructor(graph) {
    this.#graph = graph;
  }
  add(node, checksums) {
    const name = textOf(node, "name");
    const version = textOf(node, "version");
    if (name === void 0 || version === void 0) {
      this.#graph.problem(node.line, `${JSON.stringify((name ?? "a package").slice(0, 200))} has no version`);
      return;
    }
    const address = textOf(node, "source");
    const full = address === void 0 ? `${name} ${version}` : `${name} ${version} (${address})`;
    const source = sourceOf2(address);
    const hasChecksum = textOf(node, "checksum") !== void 0 || checksums.has(`checksum ${full}`);
    const { line, endLine } = node;
    const index = this.#graph.add({
      ecosystem: "crates.io",
      name,
      version,
      source,
      line,
      endLine,
      ...source.kind === "registry" ? { integrity: hasChecksum } : {}
    });
    this.hasMembers ||= source.kind === "workspace";
    this.#nodes.push({ index, node, name });
    for (const reference of /* @__PURE__ */ new Set([name, `${name} ${version}`, full])) {
      const found = this.#byReference.get(reference);
      if (found) found.push(index);
      else this.#byReference.set(reference, [index]);
    }
  }
  connect(manifests) {
    for (const { index, node, name } of this.#nodes) {
      const isMember2 = this.#graph.at(index).source.kind === "workspace";
      const scopes = isMember2 ? manifests.get(name) : void 0;
      for (const reference of textsOf(memberOf(node, "dependencies"))) {
        const asked = isMember2 ? scopes?.get(reference.split(" ")[0]) ?? "unknown" : "prod";
        for (const to of this.#byReference.get(reference) ?? []) this.#graph.connect(index, to, asked);
      }
    }
  }
};
function sourceOf2(address) {
  if (address === void 0) return { kind: "workspace", path: "" };
  const url = address.replace(/^(?:registry|sparse|git|path|directory|local-registry)\+/, "");
  if (address.startsWith("git+")) {
    const [repository = "", commit] = url.split("#");
    return { kind: "git", url: repository.split("?")[0], commit: commit ?? null };
  }
  if (/^(?:path|directory|local-registry)\+/.test(address)) return { kind: "path", path: url };
  return { kind: "registry", url };
}

// scanners/dependencies/lockfiles/composer-lock.ts
var composerLock = {
  id: "composer.lock",
  ecosystems: ["Packagist"],
  wants: (path) => path === "composer.lock" || path.endsWith("/composer.lock"),
  wantsBeside: (path) => path === "composer.json" || path.endsWith("/composer.json"),
  parse: parseComposerLock
};
var SECTIONS3 = [
  ["packages", "prod"],
  ["packages-dev", "dev"]
];
async function parseComposerLock(file, siblings) {
  const { root, problems } = readJson(file.text);
  const graph = new Graph();
  graph.problems(problems);
  const added = [];
  for (const [section, scope] of SECTIONS3) {
    for (const node of elementsOf(memberOf(root, section))) {
      const index = isWhole(node) ? addPackage(graph, node, scope) : void 0;
      if (index !== void 0) added.push({ index, node });
    }
  }
  const byName = indexNames(graph, added);
  const connect4 = (from, requests, scope) => {
    for (const [name] of membersOf(requests)) {
      for (const to of byName.get(name.toLowerCase()) ?? []) graph.connect(from, to, scope);
    }
  };
  for (const { index, node } of added) connect4(index, memberOf(node, "require"), "prod");
  const manifest = await siblings.read(file.path.replace(/\.lock$/, ".json"));
  const project = manifest && readJson(manifest.text);
  connect4(ROOT, memberOf(project?.root, "require"), "prod");
  connect4(ROOT, memberOf(project?.root, "require-dev"), "dev");
  return graph.content({ rootsKnown: project?.problems.length === 0, edgesKnown: true });
}
function addPackage(graph, node, scope) {
  const name = textOf(node, "name");
  const version = textOf(node, "version");
  if (name === void 0 || version === void 0) {
    const what = JSON.stringify((name ?? "a package").slice(0, 200));
    graph.problem(node.line, `${what} has no ${name === void 0 ? "name" : "version"}`);
    return void 0;
  }
  const licence = textsOf(memberOf(node, "license")).join(" OR ");
  return graph.add({
    ecosystem: "Packagist",
    name,
    version,
    source: sourceOf3(node),
    scope,
    line: node.line,
    endLine: node.endLine,
    ...licence === "" ? {} : { licence }
  });
}
function indexNames(graph, added) {
  const byName = /* @__PURE__ */ new Map();
  const append = (name, index) => {
    const found = byName.get(name);
    if (found) found.push(index);
    else byName.set(name, [index]);
  };
  for (const { index } of added) append(graph.at(index).name.toLowerCase(), index);
  const own = new Set(byName.keys());
  for (const { index, node } of added) {
    for (const section of ["replace", "provide"]) {
      for (const [name] of membersOf(memberOf(node, section))) {
        if (!own.has(name.toLowerCase())) append(name.toLowerCase(), index);
      }
    }
  }
  return byName;
}
function sourceOf3(node) {
  const dist = memberOf(node, "dist");
  if (textOf(dist, "type") === "path") return { kind: "path", path: textOf(dist, "url") ?? "" };
  if (textOf(node, "notification-url") !== void 0) return DEFAULT_REGISTRY;
  const source = memberOf(node, "source");
  const url = textOf(source, "url");
  if (url === void 0) return DEFAULT_REGISTRY;
  return { kind: "git", url, commit: textOf(source, "reference") ?? null };
}

// scanners/dependencies/lockfiles/conan-lock.ts
var ECOSYSTEM = "ConanCenter";
var conanLock = {
  id: "conan.lock",
  ecosystems: [ECOSYSTEM],
  wants: (path) => path === "conan.lock" || path.endsWith("/conan.lock"),
  parse: parseConanLock
};
function parseConanLock(file) {
  const { root, builder } = openDocument(file, readJson(file.text));
  const graph = root.get("graph_lock");
  if (graph) addGraph(builder, graph);
  else if (!addLists(builder, root)) {
    throw lockfileError(file.path, 1, 'it has neither "graph_lock" nor a list of requires');
  }
  return builder.content();
}
var LISTS = [
  ["requires", "prod"],
  ["build_requires", "build"],
  ["python_requires", "build"],
  ["config_requires", "build"]
];
function addLists(builder, root) {
  let found = false;
  for (const [key, scope] of LISTS) {
    const list = root.get(key);
    if (!list) continue;
    found = true;
    if (!Array.isArray(list.value)) builder.problem(list.line, `${quote(key)} is not a list`);
    for (const element of elementsOf(list)) addReference(builder, element, scope);
  }
  return found;
}
function addReference(builder, element, scope) {
  if (!isWhole(element)) return;
  const reference = Array.isArray(element.value) ? element.value[0]?.value : element.value;
  const named = typeof reference === "string" ? parseReference(reference) : void 0;
  if (named) builder.add({ ecosystem: ECOSYSTEM, ...named, scope, line: element.line });
  else builder.problem(element.line, `${quote(String(reference))} is not name/version`);
}
function addGraph(builder, graph) {
  const nodes = memberOf(graph, "nodes");
  if (!(nodes?.value instanceof Map)) {
    builder.problem(graph.line, '"graph_lock" has no object "nodes"');
    return;
  }
  const projectRequests = /* @__PURE__ */ new Set();
  for (const node of nodes.value.values()) {
    if (textOf(node, "path") === void 0) continue;
    for (const { target } of requestsOf(node)) projectRequests.add(target);
  }
  const { build, runtime } = findScopes(nodes.value);
  const places = /* @__PURE__ */ new Map();
  for (const [id, node] of nodes.value) {
    const scope = build.has(id) && !runtime.has(id) ? "build" : "prod";
    places.set(id, addNode(builder, node, { scope, direct: projectRequests.has(id) }));
  }
  for (const [id, node] of nodes.value) connectNode(builder, places, places.get(id), node);
}
function addNode(builder, node, usage) {
  if (textOf(node, "path") !== void 0) return "project";
  if (!isWhole(node)) return "broken";
  const reference = textOf(node, "ref") ?? textOf(node, "pref") ?? "";
  if (reference === "" && textOf(node, "ref") !== void 0) return "project";
  const named = parseReference(reference);
  if (!named) {
    builder.problem(node.line, `the node's reference ${quote(reference)} is not name/version`);
    return "broken";
  }
  const scope = textOf(node, "context") === "build" ? "build" : usage.scope;
  const { line, endLine } = node;
  return builder.add({ ecosystem: ECOSYSTEM, ...named, scope, direct: usage.direct, line, endLine });
}
function connectNode(builder, places, from, node) {
  if (from === void 0 || from === "broken") return;
  for (const { target } of requestsOf(node)) {
    const to = places.get(target);
    if (typeof to !== "number") continue;
    if (from === "project") builder.connectRoot(to);
    else builder.connect(from, to);
  }
}
function findScopes(nodes) {
  const build = /* @__PURE__ */ new Set();
  const runtime = /* @__PURE__ */ new Set();
  for (const node of nodes.values()) {
    for (const { target, isBuild } of requestsOf(node)) (isBuild ? build : runtime).add(target);
  }
  return { build, runtime };
}
function* requestsOf(node) {
  for (const key of ["requires", "build_requires"]) {
    const requests = memberOf(node, key);
    for (const { value } of elementsOf(requests)) {
      if (typeof value === "string") yield { target: value, isBuild: key === "build_requires" };
    }
    for (const [, { value }] of membersOf(requests)) {
      if (typeof value === "string") yield { target: value, isBuild: key === "build_requires" };
    }
  }
}
function parseReference(reference) {
  const [, name, version] = /^([^/#:@%\s]+)\/([^/#:@%\s]+)(?=$|[#:@%])/.exec(reference) ?? [];
  return name === void 0 || version === void 0 ? void 0 : { name, version };
}

// scanners/dependencies/lockfiles/cpanfile-snapshot.ts
var cpanfileSnapshot = {
  id: "cpanfile.snapshot",
  ecosystems: [],
  wants: (path) => path === "cpanfile.snapshot" || path.endsWith("/cpanfile.snapshot"),
  parse: parseCpanfileSnapshot
};
function parseCpanfileSnapshot(file) {
  const builder = new ContentBuilder();
  const distributions = [];
  let hasStarted = false;
  for (const line of eachLine(file.text)) {
    const body = line.text.trim();
    if (body === "") continue;
    if (line.text.startsWith("#")) checkVersion(builder, line);
    else if (body === "DISTRIBUTIONS") hasStarted = true;
    else if (hasStarted) readLine(builder, distributions, line);
    else builder.problem(line.number, `expected DISTRIBUTIONS, found ${quote(body)}`);
  }
  if (!hasStarted) builder.problem(1, "it has no DISTRIBUTIONS");
  addDistributions(builder, distributions);
  return builder.content();
}
function checkVersion(builder, { text, number }) {
  const [, version] = /format: version (\S+)/.exec(text) ?? [];
  if (version === void 0 || version === "1.0") return;
  builder.problem(number, `format ${quote(version)} is not known (1.0 is)`, "LOCKFILE_UNSUPPORTED");
}
function readLine(builder, distributions, { text, number }) {
  const body = text.trim();
  const indent = text.length - text.trimStart().length;
  const last = distributions.at(-1);
  if (indent <= 2) {
    const [, name, version] = /^(\S+)-(v?\d[^\s-]*(?:-TRIAL)?)$/.exec(body) ?? [];
    if (name === void 0 || version === void 0)
      builder.problem(number, `${quote(body)} is not name-version`);
    const named = { name: name ?? body, version: version ?? "" };
    distributions.push({
      ...named,
      line: number,
      endLine: number,
      provides: [],
      requires: [],
      part: void 0
    });
  } else if (last) {
    last.endLine = number;
    if (indent <= 4)
      last.part = body === "provides:" ? "provides" : body === "requirements:" ? "requires" : void 0;
    else if (last.part) last[last.part].push(body.split(/\s/, 1)[0]);
  }
}
function addDistributions(builder, distributions) {
  const providers = /* @__PURE__ */ new Map();
  for (const { name, version, line, endLine, provides } of distributions) {
    const position = builder.add({ ecosystem: "", name, version, scope: "prod", line, endLine });
    for (const module of provides) providers.set(module, position);
  }
  for (const [from, { requires }] of distributions.entries()) {
    for (const module of requires) builder.connect(from, providers.get(module));
  }
  builder.assumeRoots();
}

// scanners/dependencies/lockfiles/deno-lock.ts
var denoLock = {
  id: "deno.lock",
  ecosystems: ["npm"],
  wants: (path) => path === "deno.lock" || path.endsWith("/deno.lock"),
  parse: parseDenoLock
};
var KNOWN_VERSIONS = /^[1-5]$/;
function parseDenoLock(file) {
  const { root, problems } = readJson(file.text);
  const graph = new Graph();
  graph.problems(problems);
  const version = textOf(root, "version") ?? "1";
  if (!KNOWN_VERSIONS.test(version)) {
    const { line } = memberOf(root, "version");
    graph.problem(
      line,
      `version ${JSON.stringify(version.slice(0, 50))} is not known (1 to 5 are)`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const reading = new DenoReading(graph);
  const top = version === "3" ? memberOf(root, "packages") : root;
  const npm = memberOf(top, "npm");
  const npmPackages = version === "2" ? memberOf(npm, "packages") : npm;
  reading.add("npm", npmPackages);
  reading.add("jsr", memberOf(top, "jsr"));
  reading.specify(memberOf(version === "2" ? npm : top, "specifiers"));
  reading.connect("npm", npmPackages);
  reading.connect("jsr", memberOf(top, "jsr"));
  reading.connectProject(memberOf(root, "workspace"));
  return graph.content({ rootsKnown: true, edgesKnown: true });
}
var DenoReading = class {
  #graph;
  /** By `npm:name@1.0.0` or `jsr:…`, with the peers that stand behind the version. */
  #byId = /* @__PURE__ */ new Map();
  #byName = /* @__PURE__ */ new Map();
  #bySpecifier = /* @__PURE__ */ new Map();
  constructor(graph) {
    this.#graph = graph;
  }
  add(registry, packages) {
    for (const [id, node] of membersOf(packages)) {
      if (!isWhole(node)) continue;
      const { name, rest } = splitAtVersion(id);
      const version = registry === "npm" ? rest.replace(/_.*$/, "") : rest;
      if (version === "") {
        this.#graph.problem(node.line, `${JSON.stringify(id.slice(0, 200))} has no version`);
        continue;
      }
      const tarball = textOf(node, "tarball");
      const index = this.#graph.add({
        ecosystem: registry === "npm" ? "npm" : "",
        name,
        version,
        source: tarball === void 0 ? DEFAULT_REGISTRY : { kind: "registry", url: registryOf(tarball, name) },
        line: node.line,
        endLine: node.endLine,
        integrity: textOf(node, "integrity") !== void 0,
        ...isTrue(node, "scripts") ? { hasInstallScript: true } : {}
      });
      this.#byId.set(`${registry}:${id}`, index);
      this.#byName.set(`${registry}:${name}`, index);
    }
  }
  /** `npm:chalk@^5` → `npm:chalk@5.3.0` (3), `chalk@5.3.0` (2) or `5.3.0` (4 and later). */
  specify(specifiers) {
    for (const [specifier, node] of membersOf(specifiers)) {
      if (typeof node.value !== "string") continue;
      const full = /^(?:npm|jsr):/.test(specifier) ? specifier : `npm:${specifier}`;
      const registry = full.slice(0, 3);
      const { name } = splitAtVersion(full.slice(4));
      const candidates = [node.value, `${registry}:${node.value}`, `${registry}:${name}@${node.value}`];
      const index = candidates.map((id) => this.#byId.get(id)).find((found) => found !== void 0);
      if (index !== void 0) this.#bySpecifier.set(full, index);
    }
  }
  connect(registry, packages) {
    for (const [id, node] of membersOf(packages)) {
      const from = this.#byId.get(`${registry}:${id}`);
      if (from === void 0) continue;
      for (const reference of referencesOf(memberOf(node, "dependencies")))
        this.#link(from, registry, reference, "prod");
      for (const reference of referencesOf(memberOf(node, "optionalDependencies"))) {
        this.#link(from, registry, reference, "optional");
      }
    }
  }
  /** What the project's configuration asks for; without it, what is specified was asked for by its code. */
  connectProject(workspace) {
    const places = [workspace, ...[...membersOf(memberOf(workspace, "members"))].map(([, member]) => member)];
    const asked = places.flatMap((place) => [
      ...textsOf(memberOf(place, "dependencies")),
      ...textsOf(memberOf(memberOf(place, "packageJson"), "dependencies"))
    ]);
    const specifiers = asked.length > 0 ? asked : this.#bySpecifier.keys();
    for (const specifier of specifiers) {
      const to = this.#bySpecifier.get(specifier);
      if (to !== void 0) this.#graph.connect(ROOT, to);
    }
  }
  #link(from, registry, reference, scope) {
    const plain = reference.includes("@npm:") ? reference.slice(reference.indexOf("@npm:") + 1) : reference;
    const full = /^(?:npm|jsr):/.test(plain) ? plain : `${registry}:${plain}`;
    const to = this.#byId.get(full) ?? this.#bySpecifier.get(full) ?? this.#byName.get(full);
    if (to !== void 0) this.#graph.connect(from, to, scope);
  }
};
function referencesOf(node) {
  const nodes = [...elementsOf(node), ...[...membersOf(node)].map(([, member]) => member)];
  return nodes.map(({ value }) => value).filter((value) => typeof value === "string");
}

// scanners/dependencies/lockfiles/nuget/libraries.ts
function addLibraries(builder, root, scope) {
  const byKey = /* @__PURE__ */ new Map();
  for (const [key, node] of membersOf(root.get("libraries"))) {
    if (!isWhole(node)) continue;
    const position = addLibrary(builder, key, node, scope);
    if (position !== void 0) byKey.set(key.toLowerCase(), position);
  }
  for (const [, target] of membersOf(root.get("targets"))) connectTarget(builder, byKey, target);
  return { byKey };
}
function addLibrary(builder, key, node, scope) {
  const { line, endLine } = node;
  const slash = key.lastIndexOf("/");
  const name = key.slice(0, slash);
  const version = key.slice(slash + 1);
  if (slash <= 0 || version === "") {
    builder.problem(line, `the library ${quote(key)} is not name/version`);
    return void 0;
  }
  const type = textOf(node, "type")?.toLowerCase();
  const source = sourceOf4(type, textOf(node, "path") ?? name);
  const integrity = type === "package" ? { integrity: (textOf(node, "sha512") ?? "") !== "" } : {};
  return builder.add({ ecosystem: "NuGet", name, version, source, scope, line, endLine, ...integrity });
}
function sourceOf4(type, path) {
  if (type === "project" || type === "msbuildproject") return { kind: "workspace", path };
  return type === "reference" || type === "referenceassembly" ? { kind: "path", path } : DEFAULT_REGISTRY;
}
function connectTarget(builder, byKey, target) {
  const byName = /* @__PURE__ */ new Map();
  for (const [key] of membersOf(target)) {
    const position = byKey.get(key.toLowerCase());
    if (position !== void 0) byName.set(key.slice(0, key.lastIndexOf("/")).toLowerCase(), position);
  }
  for (const [key, node] of membersOf(target)) {
    const from = byKey.get(key.toLowerCase());
    if (from === void 0) continue;
    for (const [name] of membersOf(memberOf(node, "dependencies"))) {
      builder.connect(from, byName.get(name.toLowerCase()));
    }
  }
}

// scanners/dependencies/lockfiles/deps-json.ts
var depsJson = {
  id: "deps.json",
  ecosystems: ["NuGet"],
  wants: (path) => /[^/]\.deps\.json$/i.test(path),
  parse: parseDepsJson
};
function parseDepsJson(file) {
  const { root, builder } = openDocument(file, readJson(file.text));
  if (!(root.get("libraries")?.value instanceof Map)) {
    throw lockfileError(file.path, 1, 'it has no object "libraries"');
  }
  addLibraries(builder, root, "prod");
  builder.markDirect();
  return builder.content();
}

// scanners/dependencies/lockfiles/actions/image-package.ts
function imagePackage(image, place) {
  const found = /^([^\s@:]+(?::\d+\/[^\s@:]+)?)(?::([\w][\w.-]*))?(?:@([a-z0-9]+:[0-9a-f]{32,}))?$/.exec(
    image
  );
  if (!found) return void 0;
  const [, name = "", tag, digest] = found;
  const { line, endLine } = place;
  return {
    ecosystem: "",
    name,
    version: digest ?? tag ?? "",
    source: DEFAULT_REGISTRY,
    line,
    endLine
  };
}

// scanners/dependencies/lockfiles/dockerfile.ts
var dockerfile = {
  id: "Dockerfile",
  ecosystems: [],
  wants: (path) => /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:\.[^/]+)?|[^/]+\.(?:Dockerfile|Containerfile))$/i.test(path),
  parse: parseDockerfile
};
function parseDockerfile(file) {
  const reading = new DockerfileReading();
  for (const { text, line, endLine } of instructionsOf(file.text)) reading.instruction(text, line, endLine);
  return reading.content();
}
var DockerfileReading = class {
  #graph = new Graph();
  #arguments = /* @__PURE__ */ new Map();
  #stages = /* @__PURE__ */ new Set(["scratch"]);
  #stageCount = 0;
  instruction(text, line, endLine) {
    const [, word = "", rest = ""] = /^([a-z]+)\s+([\s\S]*)$/i.exec(text) ?? [];
    const name = word.toUpperCase();
    if (name === "FROM") this.#from(rest, line, endLine);
    else if (name === "ARG" && this.#stageCount === 0) this.#argument(rest);
    else if (name === "COPY" || name === "ADD" || name === "RUN") {
      const pattern = name === "RUN" ? /--mount=(?:\S*,)?from=([^\s,]+)/g : /--from=(\S+)/g;
      for (const [, image = ""] of rest.matchAll(pattern)) {
        if (!/^\d+$/.test(image)) this.#image(image, line, endLine);
      }
    }
  }
  content() {
    return this.#graph.content({ rootsKnown: true, edgesKnown: false });
  }
  #from(rest, line, endLine) {
    const words = rest.split(/\s+/).filter((word) => word !== "" && !word.startsWith("--"));
    const [image, as, stage] = words;
    this.#stageCount++;
    if (image === void 0) this.#graph.problem(line, "FROM names no image");
    else this.#image(image, line, endLine);
    if (as?.toUpperCase() === "AS" && stage !== void 0) this.#stages.add(stage.toLowerCase());
  }
  #image(written, line, endLine) {
    const image = this.#resolve(written);
    if (image === void 0) {
      this.#graph.problem(
        line,
        `${quote3(written)} needs the value of a build argument`,
        "LOCKFILE_UNRESOLVED"
      );
      return;
    }
    if (this.#stages.has(image.toLowerCase())) return;
    const draft = imagePackage(image, { line, endLine });
    if (draft) this.#graph.connect(ROOT, this.#graph.add(draft), "build");
    else this.#graph.problem(line, `${quote3(image)} is no image`);
  }
  #argument(rest) {
    for (const word of rest.split(/\s+/)) {
      const equals = word.indexOf("=");
      const value = equals === -1 ? void 0 : word.slice(equals + 1).replace(/^(["'])(.*)\1$/, "$2");
      this.#arguments.set(equals === -1 ? word : word.slice(0, equals), value);
    }
  }
  /** `$NAME`, `${NAME}`, `${NAME:-default}`; `undefined` where a value is not known. */
  #resolve(text) {
    let isKnown = true;
    const resolved = text.replace(
      /\$(?:\{(\w+)(?::?-([^}]*))?[^}]*\}|(\w+))/g,
      (_, braced, fallback, plain) => {
        const value = this.#arguments.get(braced ?? plain) ?? fallback;
        isKnown &&= value !== void 0;
        return value ?? "";
      }
    );
    return isKnown ? resolved : void 0;
  }
};
function instructionsOf(text) {
  const mark = /^\s*#\s*escape\s*=\s*`/im.test(text.slice(0, 1e3)) ? "`" : "\\";
  const found = [];
  let parts = [];
  let start = 0;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (parts.length === 0) start = index + 1;
    const isContinued = line.endsWith(mark);
    parts.push(isContinued ? line.slice(0, -1) : line);
    if (isContinued) continue;
    found.push({ text: parts.join(" "), line: start, endLine: index + 1 });
    parts = [];
  }
  if (parts.length > 0) found.push({ text: parts.join(" "), line: start, endLine: start });
  return found;
}
function quote3(text) {
  return JSON.stringify(text.slice(0, 200));
}

// scanners/dependencies/lockfiles/gemfile-lock.ts
var gemfileLock = {
  id: "Gemfile.lock",
  ecosystems: ["RubyGems"],
  // `gems.rb` and `Gemfile` may be given other names, and bundler locks `NAME` in `NAME.lock`.
  wants: (path) => /(?:^|\/)(?:[^/]*Gemfile[^/]*\.lock|[^/]*gems\.locked)$/i.test(path),
  parse: parseGemfileLock
};
var SOURCES = /* @__PURE__ */ new Set(["GEM", "GIT", "PATH", "PLUGIN SOURCE"]);
var SILENT = /* @__PURE__ */ new Set(["PLATFORMS", "RUBY VERSION", "BUNDLED WITH", "METADATA"]);
var MAX_LINE = 1e3;
var SPEC = /^( {2}| {4}| {6})(?=\S)(.*?)(?: \(([^-]*)(?:-(.*))?\))?(!)?$/;
function parseGemfileLock(file) {
  const reading = new GemfileReading();
  for (const [index, line] of file.text.split("\n").entries()) reading.line(line.trimEnd(), index + 1);
  return reading.content();
}
var GemfileReading = class {
  #graph = new Graph();
  #byName = /* @__PURE__ */ new Map();
  #requests = [];
  #checksums = /* @__PURE__ */ new Set();
  #section = "";
  #hasChecksums = false;
  #attributes = /* @__PURE__ */ new Map();
  #current;
  #added = [];
  line(text, line) {
    if (text.trim() === "") return;
    if (text.length > MAX_LINE) {
      this.#graph.problem(line, `a line of ${text.length} characters`);
      return;
    }
    if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(text)) {
      this.#graph.problem(line, "a conflict of a merge was left in the file");
    } else if (!text.startsWith(" ")) this.#open(text, line);
    else if (SOURCES.has(this.#section)) this.#sourceLine(text, line);
    else if (this.#section === "DEPENDENCIES") this.#dependency(text, line);
    else if (this.#section === "CHECKSUMS") this.#checksum(text);
  }
  content() {
    for (const { draft, endLine } of this.#added) {
      const hasChecksum = this.#checksums.has(`${draft.name} ${draft.version}`);
      const isRecorded = this.#hasChecksums && draft.source.kind === "registry";
      this.#graph.add({ ...draft, endLine, ...isRecorded ? { integrity: hasChecksum } : {} });
    }
    let rootsKnown = false;
    for (const { from, name } of this.#requests) {
      rootsKnown ||= from === ROOT;
      for (const to of this.#byName.get(name) ?? [])
        this.#graph.connect(from, to, from === ROOT ? "unknown" : "prod");
    }
    return this.#graph.content({ rootsKnown, edgesKnown: true });
  }
  #open(text, line) {
    this.#section = text;
    this.#attributes = /* @__PURE__ */ new Map();
    this.#current = void 0;
    if (text === "CHECKSUMS") this.#hasChecksums = true;
    else if (!SOURCES.has(text) && !SILENT.has(text) && text !== "DEPENDENCIES") {
      this.#graph.problem(line, `the section ${JSON.stringify(text.slice(0, 200))} is not known`);
    }
  }
  #sourceLine(text, line) {
    const attribute = /^ {2}(\w+):(?: (.*))?$/.exec(text);
    if (attribute) {
      const [, key = "", value = ""] = attribute;
      if (!this.#attributes.has(key)) this.#attributes.set(key, value);
      return;
    }
    const [, indent = "", name = "", version] = SPEC.exec(text) ?? [];
    if (indent.length === 4 && version !== void 0 && version !== "") this.#spec(name, version, line);
    else if (indent.length === 6 && this.#current !== void 0) {
      this.#requests.push({ from: this.#current, name });
      this.#added[this.#current].endLine = line;
    } else this.#graph.problem(line, `${JSON.stringify(text.trim().slice(0, 200))} is no gem with a version`);
  }
  #spec(name, version, line) {
    const others = this.#byName.get(name) ?? [];
    const same = others.find((index) => this.#added[index].draft.version === version);
    if (same !== void 0) {
      this.#current = same;
      return;
    }
    const source = sourceOf5(this.#section, this.#attributes);
    const draft = { ecosystem: "RubyGems", name, version, source, line, endLine: line };
    this.#current = this.#added.push({ draft, endLine: line }) - 1;
    this.#byName.set(name, [...others, this.#current]);
  }
  #dependency(text, line) {
    const [, indent = "", name = ""] = SPEC.exec(text) ?? [];
    if (indent.length === 2 && name !== "") this.#requests.push({ from: ROOT, name: name.replace(/!$/, "") });
    else this.#graph.problem(line, `${JSON.stringify(text.trim().slice(0, 200))} is no dependency`);
  }
  /** `name (version-platform) sha256=…`; without a checksum nothing stands behind the parenthesis. */
  #checksum(text) {
    const found = /^ {2}(\S+) \(([^-)]+)(?:-[^)]*)?\) \S/.exec(text);
    if (found) this.#checksums.add(`${found[1]} ${found[2]}`);
  }
};
function sourceOf5(section, attributes) {
  const remote = attributes.get("remote") ?? "";
  if (section === "GIT") return { kind: "git", url: remote, commit: attributes.get("revision") ?? null };
  if (section === "PATH") return { kind: remote === "." ? "workspace" : "path", path: remote };
  return { kind: "registry", url: remote === "" ? null : remote };
}

// scanners/dependencies/lockfiles/github-workflow.ts
var githubWorkflow = {
  id: "github-workflow",
  ecosystems: ["GitHub Actions"],
  wants: (path) => isWorkflowPath(path) || isActionPath(path),
  parse: parseGithubWorkflow
};
function parseGithubWorkflow(file) {
  const workflow = parseWorkflow(file.path, file.text);
  const lines = file.text.split("\n");
  const graph = new Graph();
  for (const job of workflow.jobs) {
    for (const uses of [job.uses, ...job.steps.map((step) => step.uses)]) {
      if (uses && uses.expressions.length === 0) addUses(graph, uses, lines);
    }
    for (const image of job.images) if (image.expressions.length === 0) addImage(graph, image.value, image);
  }
  return graph.content({ rootsKnown: true, edgesKnown: false });
}
function addUses(graph, uses, lines) {
  if (uses.value.startsWith("docker://")) {
    addImage(graph, uses.value.slice("docker://".length), uses);
    return;
  }
  const reference = parseActionReference(uses.value);
  if (!reference) return;
  const comment = /\s#\s*(?:tag\s*[=:]\s*)?(\S+)/.exec(lines[uses.endLine - 1] ?? "")?.[1];
  const release = comment === void 0 ? void 0 : releaseOf(comment);
  graph.connect(ROOT, graph.add(actionPackage(reference, release, void 0, uses)), "build");
}
function addImage(graph, image, place) {
  const draft = imagePackage(image, place);
  if (draft) graph.connect(ROOT, graph.add(draft), "build");
}

// scanners/dependencies/lockfiles/gleam-toml.ts
var gleamManifest = {
  id: "manifest.toml",
  ecosystems: ["Hex"],
  wants: (path) => path === "manifest.toml" || path.endsWith("/manifest.toml"),
  parse: parseManifest
};
var gleamToml = {
  id: "gleam.toml",
  ecosystems: ["Hex"],
  wants: () => false,
  parse: parseProject
};
function parseManifest(file) {
  const { root, builder } = openDocument(file, readToml(file.text));
  const places = /* @__PURE__ */ new Map();
  const nodes = elementsOf(root.get("packages")).filter(isWhole);
  for (const node of nodes) addPackage2(builder, places, node);
  for (const node of nodes) {
    const from = places.get(textOf(node, "name") ?? "");
    for (const name of from === void 0 ? [] : textsOf(memberOf(node, "requirements"))) {
      builder.connect(from, places.get(name));
    }
  }
  for (const [name] of membersOf(root.get("requirements"))) builder.connectRoot(places.get(name));
  if (root.has("requirements")) builder.markDirect();
  return builder.content();
}
function addPackage2(builder, places, node) {
  const { line, endLine } = node;
  const name = textOf(node, "name");
  const version = textOf(node, "version");
  if (name === void 0 || version === void 0) {
    builder.problem(line, name === void 0 ? "a package has no name" : `${quote(name)} has no version`);
    return;
  }
  const source = sourceOf6(node);
  const integrity = source.kind === "registry" ? { integrity: textOf(node, "outer_checksum") !== void 0 } : {};
  places.set(
    name,
    builder.add({ ecosystem: "Hex", name, version, source, scope: "prod", line, endLine, ...integrity })
  );
}
function sourceOf6(node) {
  switch (textOf(node, "source")) {
    case "git":
      return { kind: "git", url: textOf(node, "repo") ?? "", commit: textOf(node, "commit") ?? null };
    case "local":
      return { kind: "path", path: textOf(node, "path") ?? "" };
    default:
      return DEFAULT_REGISTRY;
  }
}
function parseProject(file) {
  const { root, builder } = openDocument(file, readToml(file.text));
  for (const section of ["dependencies", "dev-dependencies", "dev_dependencies"]) {
    const scope = section === "dependencies" ? "prod" : "dev";
    for (const [name, node] of membersOf(root.get(section))) {
      const { line, endLine } = node;
      const git2 = textOf(node, "git");
      if (textOf(node, "path") !== void 0) continue;
      const version = typeof node.value === "string" ? node.value : textOf(node, "version") ?? "";
      const commit = textOf(node, "ref") ?? null;
      const source = git2 === void 0 ? DEFAULT_REGISTRY : { kind: "git", url: git2, commit };
      builder.connectRoot(
        builder.add({ ecosystem: "Hex", name, version, source, scope, direct: true, line, endLine })
      );
    }
  }
  return builder.content();
}

// scanners/dependencies/lockfiles/go/mod-file.ts
var TOKEN2 = /"(?:[^"\\]|\\.)*"|`[^`]*`|=>|[()]|[^\s()"`]+/g;
var SILENT2 = /* @__PURE__ */ new Set(["godebug", "retract", "tool", "ignore"]);
function parseGoMod(text) {
  const reading = new ModReading();
  for (const [index, line] of text.split("\n").entries()) reading.line(line, index + 1);
  return reading.file();
}
var ModReading = class {
  #moduleLine = 1;
  #go;
  #toolchain;
  #requirements = [];
  #excluded = /* @__PURE__ */ new Set();
  #replacements = /* @__PURE__ */ new Map();
  #problems = [];
  /** The directive of the block that the lines are in. */
  #block;
  line(raw, line) {
    const slashes = raw.indexOf("//");
    const comment = slashes === -1 ? "" : raw.slice(slashes + 2);
    const tokens = (slashes === -1 ? raw : raw.slice(0, slashes)).match(TOKEN2)?.map(unquote) ?? [];
    if (tokens.length === 0) return;
    if (this.#block !== void 0) {
      if (tokens[0] === ")") this.#block = void 0;
      else this.#directive(this.#block, tokens, comment, line);
    } else if (tokens[1] === "(") {
      if (tokens[2] !== ")") this.#block = tokens[0];
    } else this.#directive(tokens[0], tokens.slice(1), comment, line);
  }
  file() {
    return {
      moduleLine: this.#moduleLine,
      go: this.#go,
      toolchain: this.#toolchain,
      requirements: this.#requirements,
      excluded: this.#excluded,
      replacements: this.#replacements,
      problems: this.#problems
    };
  }
  #directive(name, tokens, comment, line) {
    const [first = "", second] = tokens;
    switch (name) {
      case "module":
        this.#moduleLine = line;
        return;
      case "go":
        if (first !== "") this.#go = { version: first, line };
        return;
      case "toolchain":
        if (first.startsWith("go")) this.#toolchain = { version: first.slice(2), line };
        return;
      case "require":
        if (second === void 0 || first === "")
          this.#tell(line, `${quote4(first)} is required without a version`);
        else this.#requirements.push({ path: first, version: second, line, isIndirect: isIndirect(comment) });
        return;
      case "exclude":
        if (second !== void 0) this.#excluded.add(`${first} ${second}`);
        return;
      case "replace":
        this.#replace(tokens, line);
        return;
      default:
        if (!SILENT2.has(name)) this.#tell(line, `the directive ${quote4(name)} is not known`);
    }
  }
  /** `path [version] => path [version]`. */
  #replace(tokens, line) {
    const arrow = tokens.indexOf("=>");
    const target = tokens[arrow + 1];
    if (arrow !== 1 && arrow !== 2 || target === void 0) {
      this.#tell(line, 'a replacement is not of the form "module => module"');
      return;
    }
    this.#replacements.set(tokens.slice(0, arrow).join(" "), {
      path: target,
      version: tokens[arrow + 2] ?? ""
    });
  }
  #tell(line, message) {
    if (this.#problems.length < 100) this.#problems.push({ line, code: "LOCKFILE_INVALID", message });
  }
};
function isIndirect(comment) {
  return /^\s*indirect(?:\s*(?:;|$))/.test(comment);
}
function unquote(token) {
  if (token.startsWith("`")) return token.slice(1, -1);
  return token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, "$1") : token;
}
function quote4(text) {
  return JSON.stringify(text.slice(0, 200));
}

// scanners/dependencies/lockfiles/go-mod.ts
var goMod = {
  id: "go.mod",
  ecosystems: ["Go"],
  wants: (path) => path === "go.mod" || path.endsWith("/go.mod"),
  wantsBeside: (path) => path === "go.sum" || path.endsWith("/go.sum"),
  parse: parseGoModFile
};
async function parseGoModFile(file, siblings) {
  const graph = new Graph();
  const mod = parseGoMod(file.text);
  graph.problems(mod.problems);
  const sums = await siblings.read(file.path.replace(/mod$/, "sum"));
  const zips = sums && readSums(sums.text);
  for (const requirement of mod.requirements) addRequirement(graph, mod, requirement, zips);
  if (zips && isBeforePruning(mod)) addFromSums(graph, mod, zips);
  addStandardLibrary(graph, mod);
  return graph.content({ rootsKnown: true, edgesKnown: false });
}
function addRequirement(graph, mod, requirement, zips) {
  const { path, version, line, isIndirect: isIndirect2 } = requirement;
  if (mod.excluded.has(`${path} ${version}`)) return;
  const replaced = mod.replacements.get(`${path} ${version}`) ?? mod.replacements.get(path);
  const module = replaced ?? { path, version };
  const source = isFolder(module.path) ? { kind: "path", path: module.path } : DEFAULT_REGISTRY;
  const hasSum = zips?.get(module.path)?.has(module.version);
  const index = graph.add({
    ...placed(module, line),
    source,
    ...hasSum !== void 0 && source.kind === "registry" ? { integrity: hasSum } : {}
  });
  if (!isIndirect2) graph.connect(ROOT, index);
}
function placed(module, line) {
  const version = module.version.replace(/^v/, "");
  return { ecosystem: "Go", name: module.path, version, scope: "prod", line, endLine: line };
}
function isFolder(path) {
  return /^(?:\.{0,2}\/|\.{1,2}$|[A-Za-z]:[\\/])/.test(path);
}
function isBeforePruning({ go }) {
  const [major = 1, minor = 0] = (go?.version ?? "1.16").split(".").map((part) => Number.parseInt(part, 10));
  return major === 1 && minor < 17;
}
function addFromSums(graph, mod, zips) {
  const named = new Set(mod.requirements.map(({ path }) => path));
  for (const replaced of mod.replacements.values()) named.add(replaced.path);
  for (const [path, versions] of zips) {
    if (named.has(path)) continue;
    const version = [...versions].reduce((highest, next) => isHigher(next, highest) ? next : highest);
    const line = mod.go?.line ?? mod.moduleLine;
    graph.add({ ...placed({ path, version }, line), source: DEFAULT_REGISTRY, integrity: true });
  }
}
function isHigher(a, b) {
  const [left, right] = [parseSemver(a), parseSemver(b)];
  return left !== void 0 && (right === void 0 || compareSemver(left, right) > 0);
}
function addStandardLibrary(graph, { go, toolchain }) {
  const told = toolchain ?? go;
  if (!told) return;
  const version = told.version.replace(/-.*$/, "");
  const index = graph.add({ ...placed({ path: "stdlib", version }, told.line), source: DEFAULT_REGISTRY });
  graph.connect(ROOT, index);
}
function readSums(text) {
  const zips = /* @__PURE__ */ new Map();
  for (const line of text.split("\n")) {
    const [path, version] = line.trim().split(/\s+/);
    if (path === void 0 || version === void 0 || version.endsWith("/go.mod")) continue;
    const known = zips.get(path);
    if (known) known.add(version);
    else zips.set(path, /* @__PURE__ */ new Set([version]));
  }
  return zips;
}

// scanners/dependencies/lockfiles/gradle/lines.ts
function parseGradleLines(file, scopeOf9) {
  const builder = new ContentBuilder();
  for (const { text, number: line } of eachLine(file.text)) {
    const trimmed = text.trim();
    if (trimmed === "" || trimmed.startsWith("#") || trimmed.startsWith("empty=")) continue;
    const equals = trimmed.indexOf("=");
    const coordinates = (equals === -1 ? trimmed : trimmed.slice(0, equals)).split(":");
    const [group, artifact, version] = coordinates;
    if (coordinates.length !== 3 || !group || !artifact || !version) {
      builder.problem(line, `${quote(trimmed)} is not group:artifact:version=configurations`);
      continue;
    }
    const configurations = equals === -1 ? [] : trimmed.slice(equals + 1).split(",");
    const scope = scopeOf9(configurations.map((name) => name.trim()).filter((name) => name !== ""));
    builder.add({ ecosystem: "Maven", name: `${group}:${artifact}`, version, scope, line });
  }
  return builder.content();
}
function scopeOfConfigurations(configurations) {
  if (configurations.length === 0) return "unknown";
  if (configurations.every((name) => /test/i.test(name))) return "test";
  const isBuild = /annotationProcessor|^compileOnly|^kapt|^ksp|checkstyle|pmd|spotbugs|jacoco|detekt|ktlint/i;
  if (configurations.every((name) => isBuild.test(name) || /test/i.test(name))) return "build";
  return "prod";
}

// scanners/dependencies/lockfiles/gradle-lockfile.ts
var gradleLockfile = {
  id: "gradle.lockfile",
  ecosystems: ["Maven"],
  wants: (path) => /(?:^|\/)gradle\.lockfile$/.test(path) || /(?:^|\/)gradle\/dependency-locks\/[^/]+\.lockfile$/.test(path),
  parse: (file) => parseGradleLines(file, scopeOfConfigurations)
};
var buildscriptGradleLockfile = {
  id: "buildscript-gradle.lockfile",
  ecosystems: ["Maven"],
  wants: (path) => /(?:^|\/)(?:buildscript|settings)-gradle\.lockfile$/.test(path),
  parse: (file) => parseGradleLines(file, () => "build")
};

// scanners/dependencies/lockfiles/julia-manifest.ts
var juliaManifest = {
  id: "Manifest.toml",
  ecosystems: ["Julia"],
  wants: (path) => /(?:^|\/)(?:Julia)?Manifest(?:-v\d+(?:\.\d+)*)?\.toml$/.test(path),
  wantsBeside: (path) => /(?:^|\/)(?:Julia)?Project\.toml$/.test(path),
  parse: parseManifest2
};
async function parseManifest2(file, siblings) {
  const { root, builder } = openDocument(file, readToml(file.text));
  const format = textOf({ line: 1, endLine: 1, value: root }, "manifest_format");
  if (format !== void 0 && !/^[12](?:\.|$)/.test(format)) {
    builder.problem(1, `manifest_format ${format} is not known (1 and 2 are)`, "LOCKFILE_UNSUPPORTED");
  }
  const tables = mapOf(root.get("deps")) ?? root;
  const entries = [...addEntries(builder, tables)];
  connectEntries(builder, entries);
  await connectProject(builder, file.path, entries, siblings);
  return builder.content();
}
function* addEntries(builder, tables) {
  for (const [name, list] of tables) {
    for (const node of elementsOf(list)) {
      if (!isWhole(node) || !mapOf(node)) continue;
      const source = sourceOf7(node);
      const version = textOf(node, "version") ?? "";
      if (version === "" && source.kind === "registry") continue;
      const { line, endLine } = node;
      const position = builder.add({
        ecosystem: "Julia",
        name,
        version,
        source,
        scope: "prod",
        line,
        endLine
      });
      yield { name, node, position };
    }
  }
}
function sourceOf7(node) {
  const path = textOf(node, "path");
  if (path !== void 0) return { kind: "path", path };
  const url = textOf(node, "repo-url");
  if (url === void 0) return DEFAULT_REGISTRY;
  return { kind: "git", url, commit: textOf(node, "git-tree-sha1") ?? null };
}
function connectEntries(builder, entries) {
  const find = finderOf(entries);
  for (const { node, position } of entries) {
    const deps = memberOf(node, "deps");
    for (const name of textsOf(deps)) builder.connect(position, find(name, void 0));
    for (const [name, uuid] of membersOf(deps)) builder.connect(position, find(name, uuid.value));
  }
}
function finderOf(entries) {
  const places = /* @__PURE__ */ new Map();
  for (const { name, node, position } of entries) {
    places.set(name, position);
    places.set(`${name}=${textOf(node, "uuid")}`, position);
  }
  return (name, uuid) => places.get(typeof uuid === "string" ? `${name}=${uuid}` : name);
}
async function connectProject(builder, path, entries, siblings) {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const project = await siblings.read(`${folder}JuliaProject.toml`) ?? await siblings.read(`${folder}Project.toml`);
  if (!project) return;
  const find = finderOf(entries);
  for (const [name, uuid] of membersOf(memberOf(readToml(project.text).root, "deps"))) {
    builder.connectRoot(find(name, uuid.value));
  }
  builder.markDirect();
}

// scanners/dependencies/text/lines.ts
function indexLines(text) {
  const starts = startsOfLines(text);
  const lineAt = (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return { lineAt, columnAt: (offset) => offset - starts[lineAt(offset) - 1] + 1 };
}
function startsOfLines(text) {
  let starts = new Uint32Array(1024);
  let count = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (count === starts.length) {
      const grown = new Uint32Array(count * 2);
      grown.set(starts);
      starts = grown;
    }
    starts[count++] = at + 1;
  }
  return starts.subarray(0, count);
}

// scanners/dependencies/text/tokens.ts
function* scanTokens(text, patterns) {
  const skipped = new RegExp(patterns.skipped);
  const token = new RegExp(patterns.token);
  for (let at = 0; at < text.length; ) {
    skipped.lastIndex = at;
    if (skipped.test(text) && skipped.lastIndex > at) {
      at = skipped.lastIndex;
      continue;
    }
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) return void 0;
    yield { groups: match.slice(1), offset: at };
    at = Math.max(token.lastIndex, at + 1);
  }
  return void 0;
}

// scanners/dependencies/lockfiles/luarocks-lock.ts
var luarocksLock = {
  id: "luarocks.lock",
  ecosystems: [],
  wants: (path) => path === "luarocks.lock" || path.endsWith("/luarocks.lock"),
  parse: parseLuarocksLock
};
var SCOPES2 = /* @__PURE__ */ new Map([
  ["dependencies", "prod"],
  ["build_dependencies", "build"],
  ["test_dependencies", "test"]
]);
var PATTERNS = {
  skipped: /\s+|--[^\n]*/y,
  token: /"([^"\\\n]*(?:\\.[^"\\\n]*)*)"|'([^'\\\n]*(?:\\.[^'\\\n]*)*)'|([A-Za-z_]\w*)|([{}[\]=,;])/y
};
function parseLuarocksLock(file) {
  const { lineAt } = indexLines(file.text);
  const builder = new ContentBuilder();
  const tokens = tokensOf(file.text);
  const first = tokens.next().value;
  const second = tokens.next().value;
  if (first?.text !== "return" || second?.text !== "{") throw lockfileError(file.path, 1, "expected return {");
  const path = [];
  let key;
  let previous;
  let depth = 1;
  for (const token of tokens) {
    if (token.kind === "mark") {
      if (token.text === "=") key = previous?.text;
      else if (token.text === "{") path[depth++] = key ?? "";
      else if (token.text === "}") depth--;
      else if (token.text === "[" || token.text === "]") continue;
      if (depth === 0) return builder.content();
      if (token.text !== "=") key = void 0;
    } else if (key === void 0) previous = token;
    else {
      addRock(builder, depth === 2 ? path[1] : void 0, key, token, lineAt(token.offset));
      key = void 0;
    }
  }
  builder.problem(lineAt(lastOffset(file.text)), 'it breaks off before the closing "}"');
  return builder.content();
}
function* tokensOf(text) {
  for (const { groups, offset } of scanTokens(text, PATTERNS)) {
    const [double, single, word, mark] = groups;
    if (word !== void 0) yield { kind: "word", text: word, offset };
    else if (mark !== void 0) yield { kind: "mark", text: mark, offset };
    else yield { kind: "string", text: double ?? single ?? "", offset };
  }
  return void 0;
}
function lastOffset(text) {
  return Math.max(0, text.trimEnd().length - 1);
}
function addRock(builder, section, name, version, line) {
  const scope = section === void 0 ? void 0 : SCOPES2.get(section);
  if (scope === void 0) return;
  if (version.kind !== "string" || version.text === "") builder.problem(line, `${quote(name)} has no version`);
  else builder.add({ ecosystem: "", name, version: version.text, scope, line });
}

// scanners/dependencies/lockfiles/beam/terms.ts
var TermSyntaxError = class extends Error {
  offset;
  constructor(message, offset) {
    super(message);
    this.name = "TermSyntaxError";
    this.offset = offset;
  }
};
var MAX_DEPTH2 = 256;
var CLOSE = { "{": "}", "[": "]", "%{": "}", "#{": "}", "<<": ">>" };
var OPENING = /%\{|#\{|<<|[{[]/y;
var ATOM = /[\p{L}_][\p{L}\p{N}_@]*[?!]?/uy;
var NUMBER2 = /-?\d[\d_]*(?:\.\d+(?:[eE][+-]?\d+)?)?/y;
var TermReader = class {
  text;
  dialect;
  #at = 0;
  #depth = 0;
  constructor(text, dialect) {
    this.text = text;
    this.dialect = dialect;
  }
  get offset() {
    return this.#at;
  }
  /** Whether only white space and comments follow. */
  isAtEnd() {
    this.#space();
    return this.#at >= this.text.length;
  }
  /** Consumes the mark if it comes next. */
  accept(mark) {
    this.#space();
    if (!this.text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }
  /** One term; a pair where `:` or `=>` follows it. @throws {TermSyntaxError} */
  read() {
    const key = this.#readPlain();
    const isKeyword = this.#atKeyword(key);
    if (!isKeyword && !this.accept("=>")) return key;
    if (isKeyword) this.#at++;
    const value = this.#readPlain();
    return { kind: "pair", key, value, start: key.start, end: value.end };
  }
  /** Behind the next of `marks` on this level of text, so that reading goes on after a broken entry. */
  skipLine() {
    const end = this.text.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.text.length : end + 1;
    this.#depth = 0;
  }
  #atKeyword(key) {
    if (this.dialect !== "elixir" || key.kind !== "atom" && key.kind !== "text") return false;
    return this.text[this.#at] === ":" && this.text[this.#at + 1] !== ":";
  }
  #readPlain() {
    this.#space();
    const start = this.#at;
    const opening = this.#match(OPENING);
    if (opening !== void 0) return this.#readItems(opening, start);
    const char = this.text[this.#at];
    if (char === '"') return this.#readQuoted("text", '"', start);
    if (char === "'") return this.#readQuoted(this.dialect === "erlang" ? "atom" : "text", "'", start);
    const number = this.#match(NUMBER2);
    if (number !== void 0) return { kind: "number", text: number, start, end: this.#at };
    return this.#readAtom(start);
  }
  #readAtom(start) {
    const hasColon = this.dialect === "elixir" && this.text[this.#at] === ":";
    if (hasColon) this.#at++;
    if (hasColon && this.text[this.#at] === '"') return this.#readQuoted("atom", '"', start);
    const text = this.#match(ATOM);
    if (text === void 0) return this.#fail("expected a term");
    return { kind: "atom", text, start, end: this.#at };
  }
  #readItems(opening, start) {
    if (++this.#depth > MAX_DEPTH2) this.#fail(`nested deeper than ${MAX_DEPTH2}`);
    const close = CLOSE[opening];
    const items = [];
    while (!this.accept(close)) {
      if (items.length > 0 && !this.accept(",")) this.#fail(`expected "," or "${close}"`);
      if (this.accept(close)) break;
      items.push(this.read());
    }
    this.#depth--;
    const end = this.#at;
    if (opening === "<<") return { kind: "text", text: binaryText(items), start, end };
    const kind = opening === "[" ? "list" : opening === "{" ? "tuple" : "map";
    return { kind, items, start, end };
  }
  #readQuoted(kind, quote8, start) {
    let text = "";
    let from = ++this.#at;
    for (; ; ) {
      const char = this.text[this.#at];
      if (char === void 0) return this.#fail("a string has no end", start);
      if (char === quote8) break;
      if (char === "#" && this.dialect === "elixir" && this.text[this.#at + 1] === "{") {
        return this.#fail("a string is interpolated");
      }
      if (char === "\\") {
        text += this.text.slice(from, this.#at) + unescaped(this.text[this.#at + 1]);
        this.#at += 2;
        from = this.#at;
      } else this.#at++;
    }
    text += this.text.slice(from, this.#at++);
    return { kind, text, start, end: this.#at };
  }
  #space() {
    const comment = this.dialect === "elixir" ? "#" : "%";
    for (; ; ) {
      const char = this.text[this.#at];
      if (char === " " || char === "\n" || char === "\r" || char === "	") this.#at++;
      else if (char === comment && !(comment === "%" && this.text[this.#at + 1] === "{")) this.#endOfLine();
      else return;
    }
  }
  #endOfLine() {
    const end = this.text.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.text.length : end;
  }
  #match(pattern) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== void 0) this.#at += found.length;
    return found;
  }
  #fail(message, offset = this.#at) {
    const why = this.#at >= this.text.length ? "the file ends in the middle of a term" : message;
    throw new TermSyntaxError(why, offset);
  }
};
function binaryText(items) {
  return items.map((item) => item.kind === "text" ? item.text : "").join("");
}
function unescaped(char) {
  if (char === "n") return "\n";
  if (char === "t") return "	";
  return char ?? "";
}
function termText(term) {
  return term?.kind === "text" || term?.kind === "atom" ? term.text : void 0;
}
function termItems(term) {
  return term && "items" in term ? term.items : [];
}
function keywordItems(list, key) {
  for (const item of termItems(list)) {
    const [name, value] = termItems(item);
    if (item.kind === "tuple" && termText(name) === key) return termItems(value);
  }
  return [];
}

// scanners/dependencies/lockfiles/mix-lock.ts
var mixLock = {
  id: "mix.lock",
  ecosystems: ["Hex"],
  wants: (path) => path === "mix.lock" || path.endsWith("/mix.lock"),
  parse: parseMixLock
};
function parseMixLock(file) {
  const reader = new TermReader(file.text, "elixir");
  const { lineAt } = indexLines(file.text);
  const reading = { builder: new ContentBuilder(), lineAt, places: /* @__PURE__ */ new Map(), requests: [] };
  if (reader.isAtEnd()) throw lockfileError(file.path, 1, 'it is empty, expected "%{"');
  if (!reader.accept("%{")) throw lockfileError(file.path, lineAt(reader.offset), 'expected "%{"');
  readEntries(reader, reading);
  for (const { from, names } of reading.requests) {
    for (const name of names) reading.builder.connect(from, reading.places.get(name));
  }
  reading.builder.assumeRoots();
  return reading.builder.content();
}
var MAX_BROKEN = 1e3;
function readEntries(reader, reading) {
  let broken2 = 0;
  while (!reader.accept("}")) {
    if (reader.isAtEnd()) {
      reading.builder.problem(reading.lineAt(reader.offset), 'the file ends before the closing "}"');
      return;
    }
    const start = reader.offset;
    try {
      addEntry(reading, reader.read());
      if (!reader.accept(",") && !reader.accept("}")) throw new TermSyntaxError('expected ","', reader.offset);
      else if (reader.text[reader.offset - 1] === "}") break;
    } catch (error) {
      if (!(error instanceof TermSyntaxError)) throw error;
      reading.builder.problem(reading.lineAt(error.offset), error.message);
      if (++broken2 > MAX_BROKEN) return;
      if (reader.offset <= start || reading.lineAt(reader.offset) === reading.lineAt(start)) reader.skipLine();
    }
  }
  if (!reader.isAtEnd()) {
    reading.builder.problem(reading.lineAt(reader.offset), "something follows the map");
  }
}
function addEntry(reading, entry) {
  const line = reading.lineAt(entry.start);
  const app = entry.kind === "pair" ? termText(entry.key) : void 0;
  if (entry.kind !== "pair" || app === void 0) {
    reading.builder.problem(line, 'expected "name": {\u2026}');
    return;
  }
  if (reading.places.has(app)) reading.builder.problem(line, `${quote(app)} stands twice`);
  const position = addPackage3(reading, app, entry.value, { line, endLine: reading.lineAt(entry.end - 1) });
  if (position !== void 0) reading.places.set(app, position);
}
function addPackage3(reading, app, value, place) {
  const parts = value.kind === "tuple" ? value.items : [];
  const kind = termText(parts[0]);
  if (kind === "hex") return addHexPackage(reading, app, parts, place);
  if (kind === "git") {
    const url = termText(parts[1]) ?? "";
    const source = { kind: "git", url, commit: termText(parts[2]) ?? null };
    return reading.builder.add({ ecosystem: "Hex", name: app, version: "", source, ...place });
  }
  reading.builder.problem(place.line, `${quote(app)} is neither from hex nor from git`);
  return void 0;
}
function addHexPackage(reading, app, parts, place) {
  const version = parts[2]?.kind === "text" ? parts[2].text : void 0;
  if (version === void 0) {
    reading.builder.problem(place.line, `${quote(app)} has no version`);
    return void 0;
  }
  const position = reading.builder.add({
    ecosystem: "Hex",
    name: termText(parts[1]) ?? app,
    version,
    source: sourceOf8(termText(parts[6])),
    integrity: (termText(parts[7]) ?? termText(parts[3]) ?? "") !== "",
    ...place
  });
  const names = termItems(parts[5]).flatMap((dependency) => termText(termItems(dependency)[0]) ?? []);
  reading.requests.push({ from: position, names });
  return position;
}
function sourceOf8(repository) {
  if (repository === void 0 || repository === "hexpm") return DEFAULT_REGISTRY;
  return { kind: "registry", url: repository };
}

// scanners/dependencies/text/xml-tree.ts
var import_saxes = __toESM(require_saxes(), 1);
var XmlSyntaxError = class extends Error {
  line;
  constructor(message, line) {
    super(message);
    this.name = "XmlSyntaxError";
    this.line = line;
  }
};
var MAX_DEPTH3 = 256;
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
    if (open.length > MAX_DEPTH3) throw new XmlSyntaxError(`nested deeper than ${MAX_DEPTH3}`, parser.line);
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

// scanners/dependencies/lockfiles/nuget/msbuild.ts
function packageItemsOf(project, names) {
  const items = [];
  for (const element of descendantsOf(project)) {
    if (!element.isWhole || !names.has(element.name)) continue;
    const name = (element.attributes.get("Include") ?? element.attributes.get("Update") ?? "").trim();
    if (name === "") continue;
    const isPrivate = /^all$/i.test(partOf(element, "PrivateAssets") ?? "");
    items.push({ element, name, version: partOf(element, "Version"), isPrivate });
  }
  return items;
}
function partOf(element, name) {
  return element.attributes.get(name)?.trim() || childText(element, name);
}
function propertiesOf(project) {
  const values = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ new Set();
  for (const group of descendantsOf(project)) {
    if (group.name !== "PropertyGroup") continue;
    for (const { name, text, isWhole: isWhole2 } of group.children) {
      const key = name.toLowerCase();
      if (!isWhole2 || values.has(key) && values.get(key) !== text) open.add(key);
      else values.set(key, text);
    }
  }
  for (const key of open) values.delete(key);
  return values;
}
function* descendantsOf(element) {
  const stack = [...element.children].reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) stack.push(next.children[at]);
  }
}
function addItem(builder, item, properties) {
  const { element, name } = item;
  const { version, why } = versionOf(item.version ?? "", properties);
  if (why !== void 0) {
    builder.problem(element.line, `the version of ${quote(name)} ${why}`, "LOCKFILE_UNRESOLVED");
  }
  const { line, endLine } = element;
  const scope = item.isPrivate ? "dev" : "prod";
  builder.connectRoot(builder.add({ ecosystem: "NuGet", name, version, scope, direct: true, line, endLine }));
}
function versionOf(written, properties) {
  const text = substitute(written, properties);
  if (text === void 0)
    return { version: "", why: `needs a property that is not set here: ${quote(written)}` };
  if (/^[^[(\]),*$\s]+$/.test(text)) return { version: text };
  const [, lowest, isExact] = /^\[\s*([^,[\]()*\s]+)\s*(?:(\])|,)/.exec(text) ?? [];
  if (lowest !== void 0 && isExact) return { version: lowest };
  const why = `is ${text === "" ? "not set" : `a range, ${quote(text)}`}`;
  return lowest === void 0 ? { version: "", why } : { version: lowest, why: `${why}: it is judged at its lowest` };
}
function substitute(written, properties) {
  let isWhole2 = true;
  const text = written.replace(/\$\(([^()]*)\)/g, (_, name) => {
    const value = properties.get(name.trim().toLowerCase());
    if (value === void 0 || value.includes("$(")) isWhole2 = false;
    return value ?? "";
  });
  return isWhole2 && !text.includes("$(") ? text : void 0;
}

// scanners/dependencies/lockfiles/xml-document.ts
function openXml(file, name) {
  const { root, broken: broken2 } = readXmlTree(file.text);
  if (root?.name !== name) {
    throw lockfileError(file.path, broken2?.line ?? root?.line ?? 1, broken2?.message ?? `expected <${name}>`);
  }
  const builder = new ContentBuilder();
  if (broken2) builder.problem(broken2.line, broken2.message);
  return { root, builder };
}

// scanners/dependencies/lockfiles/msbuild-packages.ts
var directoryPackagesProps = {
  id: "Directory.Packages.props",
  ecosystems: ["NuGet"],
  wants: (path) => /(?:^|\/)Directory\.Packages\.props$/i.test(path),
  parse: (file) => parseItems(file, /* @__PURE__ */ new Set(["PackageVersion", "GlobalPackageReference"]))
};
var msbuildProject = {
  id: "csproj",
  ecosystems: ["NuGet"],
  wants: () => false,
  parse: (file) => parseItems(file, /* @__PURE__ */ new Set(["PackageReference"]))
};
function parseItems(file, names) {
  const { root, builder } = openXml(file, "Project");
  const properties = propertiesOf(root);
  for (const item of packageItemsOf(root, names)) {
    if (item.version !== void 0) addItem(builder, item, properties);
  }
  return builder.content();
}

// scanners/dependencies/lockfiles/nimble-lock.ts
var nimbleLock = {
  id: "nimble.lock",
  ecosystems: [],
  wants: (path) => path === "nimble.lock" || path.endsWith("/nimble.lock"),
  parse: parseNimbleLock
};
function parseNimbleLock(file) {
  const { root, builder } = openDocument(file, readJson(file.text));
  const packages = mapOf(root.get("packages"));
  if (!packages) throw lockfileError(file.path, 1, 'it has no object "packages"');
  const places = /* @__PURE__ */ new Map();
  for (const [name, node] of packages) {
    if (isWhole(node)) places.set(name, addPackage4(builder, name, node));
  }
  for (const [name, node] of packages) {
    const from = places.get(name);
    for (const dependency of from === void 0 ? [] : textsOf(memberOf(node, "dependencies"))) {
      builder.connect(from, places.get(dependency));
    }
  }
  builder.assumeRoots();
  return builder.content();
}
function addPackage4(builder, name, node) {
  const { line, endLine } = node;
  const version = textOf(node, "version") ?? "";
  if (version === "") builder.problem(line, `${quote(name)} has no version`);
  const integrity = [...membersOf(memberOf(node, "checksums"))].length > 0;
  const source = sourceOf9(node);
  return builder.add({ ecosystem: "", name, version, source, scope: "prod", integrity, line, endLine });
}
function sourceOf9(node) {
  const url = textOf(node, "url");
  if (url === void 0) return DEFAULT_REGISTRY;
  return { kind: "git", url, commit: textOf(node, "vcsRevision") ?? null };
}

// scanners/dependencies/lockfiles/opam-locked.ts
var opamLocked = {
  id: "opam.locked",
  ecosystems: [],
  wants: (path) => /(?:^|[/.])opam\.locked$/.test(path),
  parse: parseOpamLocked
};
var PATTERNS2 = {
  skipped: /\s+|#[^\n]*|\(\*[\s\S]*?\*\)/y,
  token: /"""([\s\S]*?)"""|"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|([A-Za-z_][\w-]*:?)|([[\]{}()])|([^\s"[\]{}()#]+)/y
};
function parseOpamLocked(file) {
  const { lineAt } = indexLines(file.text);
  const builder = new ContentBuilder();
  const tokens = [...tokensOf2(file.text)];
  const sources = sourcesOf(fieldOf(tokens, "pin-depends:"));
  const depends = fieldOf(tokens, "depends:");
  if (!depends) builder.problem(1, 'it has no field "depends"');
  for (const item of itemsOf(depends ?? [])) addItem2(builder, sources, item, lineAt(item.name.offset));
  if (depends && depends.at(-1)?.text !== "]") {
    builder.problem(lineAt(file.text.length), 'it breaks off before the closing "]"');
  }
  return builder.content();
}
function* tokensOf2(source) {
  for (const { groups, offset } of scanTokens(source, PATTERNS2)) {
    const [long, short, word, mark, other] = groups;
    const text = long ?? short;
    if (text !== void 0) yield { kind: "text", text, offset };
    else if (word?.endsWith(":")) yield { kind: "field", text: word, offset };
    else if (mark !== void 0) yield { kind: "mark", text: mark, offset };
    else yield { kind: "other", text: word ?? other ?? "", offset };
  }
}
function fieldOf(tokens, name) {
  const field = tokens.findIndex((token) => token.kind === "field" && token.text === name);
  if (field === -1) return void 0;
  let depth = 0;
  for (let at = field + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token.kind === "mark") depth += "[{(".includes(token.text) ? 1 : -1;
    if (depth <= 0) return tokens.slice(field + 1, at + 1);
  }
  return tokens.slice(field + 1);
}
function* itemsOf(list) {
  for (let at = 0; at < list.length; at++) {
    const name = list[at];
    if (name.kind !== "text") continue;
    let end = at + 1;
    if (list[end]?.text === "{") while (end < list.length && list[end]?.text !== "}") end++;
    yield { name, filter: list.slice(at + 1, end) };
    at = list[at + 1]?.text === "{" ? end : at;
  }
}
function addItem2(builder, sources, { name, filter }, line) {
  const equals = filter.findIndex((token) => token.kind === "other" && token.text === "=");
  const version = filter[equals + 1];
  const pinned = equals !== -1 && version?.kind === "text" ? version.text : void 0;
  if (pinned === void 0) {
    builder.problem(line, `${quote(name.text)} is not pinned to one version`, "LOCKFILE_UNRESOLVED");
  }
  builder.add({
    ecosystem: "",
    name: name.text,
    version: pinned ?? "",
    source: sources.get(name.text) ?? DEFAULT_REGISTRY,
    scope: scopeOf(filter),
    line
  });
}
function scopeOf(filter) {
  const has = (word) => filter.some(({ kind, text }) => kind === "other" && text === word);
  if (has("with-test")) return "test";
  if (has("with-doc") || has("with-dev-setup")) return "dev";
  return has("build") ? "build" : "prod";
}
function sourcesOf(list) {
  const sources = /* @__PURE__ */ new Map();
  const texts = (list ?? []).filter(({ kind }) => kind === "text").map(({ text }) => text);
  for (let at = 0; at + 1 < texts.length; at += 2) {
    const [name = ""] = texts[at].split(".", 1);
    const [url = "", commit = null] = texts[at + 1].split("#");
    sources.set(name, url.startsWith("git") ? { kind: "git", url, commit } : { kind: "url", url });
  }
  return sources;
}

// scanners/dependencies/lockfiles/npm/disagreement.ts
var import_semver2 = __toESM(require_semver2(), 1);
function findDisagreements(asked, recorded, installed) {
  const found = [];
  const recordedSpecs = recorded && new Map(recorded.map((request) => [request.name, request.spec]));
  const seen = /* @__PURE__ */ new Set();
  for (const { name, spec, kind } of asked) {
    if (kind === "peer" || seen.has(name)) continue;
    seen.add(name);
    const disagreement = recordedSpecs ? compareRecorded(name, spec, recordedSpecs.get(name)) : compareInstalled(name, spec, kind, installed(name));
    if (disagreement) found.push({ name, ...disagreement });
  }
  return found;
}
function compareRecorded(name, spec, recorded) {
  if (recorded === spec) return void 0;
  if (recorded === void 0)
    return { message: `package.json asks for ${name}@${spec}, the lockfile does not` };
  return { message: `package.json asks for ${name}@${spec}, the lockfile was made for ${name}@${recorded}` };
}
function compareInstalled(name, spec, kind, held) {
  if (!held) {
    if (kind === "optional") return void 0;
    return { message: `package.json asks for ${name}@${spec}, the lockfile does not have it` };
  }
  const range = import_semver2.default.validRange(spec);
  if (range === null || held.source.kind !== "registry" || import_semver2.default.valid(held.version) === null)
    return void 0;
  if (import_semver2.default.satisfies(held.version, range, { includePrerelease: true })) return void 0;
  return {
    line: held.line,
    message: `package.json asks for ${name}@${spec}, the lockfile holds ${held.version}`
  };
}

// scanners/dependencies/lockfiles/npm/places.ts
var Places = class {
  #byName = /* @__PURE__ */ new Map();
  add(location, index) {
    const { folder, name } = splitPlace(location);
    const found = this.#byName.get(name) ?? { top: void 0, nested: void 0 };
    this.#byName.set(name, found);
    if (folder === "") found.top = index;
    else {
      found.nested ??= /* @__PURE__ */ new Map();
      found.nested.set(folder, index);
    }
  }
  /** What `require(name)` finds from a package at this place; `undefined` where none is installed. */
  find(from, name) {
    const found = this.#byName.get(name);
    if (!found?.nested) return found?.top;
    for (let folder = from; folder !== ""; folder = folderAbove(folder)) {
      const index = found.nested.get(folder);
      if (index !== void 0) return index;
    }
    return found.top;
  }
};
function folderAbove(folder) {
  const above = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
  if (above === "node_modules") return "";
  return above.endsWith("/node_modules") ? above.slice(0, -"/node_modules".length) : above;
}
function splitPlace(location) {
  const marker = location.lastIndexOf("node_modules/");
  const name = location.slice(marker + "node_modules/".length);
  return { folder: marker <= 0 ? "" : location.slice(0, marker - 1), name };
}
function nameOfPlace(location) {
  if (isInstalled(location)) return splitPlace(location).name;
  const parts = location.split("/");
  const last = parts.at(-1);
  const scope = parts.at(-2);
  return scope?.startsWith("@") ? `${scope}/${last}` : last;
}
function isInstalled(location) {
  return location.startsWith("node_modules/") || location.includes("/node_modules/");
}

// scanners/dependencies/lockfiles/npm/source.ts
function originOf(entry, name, spec) {
  return entry.legacy ? legacyOrigin(entry, name) : modernOrigin(entry, name, spec);
}
function modernOrigin(entry, name, spec) {
  const version = entry.version ?? "";
  const resolved = entry.resolved ?? "";
  const git2 = gitSource2(resolved);
  if (git2) return { source: git2, version };
  if (resolved.startsWith("file:")) return { source: { kind: "path", path: resolved.slice(5) }, version };
  if (spec !== void 0 && /^https?:/i.test(spec)) return { source: { kind: "url", url: resolved }, version };
  return { source: { kind: "registry", url: registryOf2(resolved, name) }, version };
}
function legacyOrigin(entry, name) {
  const version = entry.version ?? "";
  const git2 = gitSource2(version);
  if (git2) return { source: git2, version: "" };
  if (version.startsWith("file:")) return { source: { kind: "path", path: version.slice(5) }, version: "" };
  if (/^https?:/i.test(version)) return { source: { kind: "url", url: version }, version: "" };
  const alias = /^npm:(.+)@([^@]*)$/.exec(version);
  const real = alias?.[1] ?? name;
  const source = { kind: "registry", url: registryOf2(entry.resolved ?? "", real) };
  return alias ? { source, version: alias[2], name: real } : { source, version };
}
var HOSTED = /^(?:github|gitlab|bitbucket|gist):/i;
function gitSource2(text) {
  const isGit = /^git(?:\+[a-z]+)?:/i.test(text) || HOSTED.test(text) || /^(?:https?|ssh):[^#]*\.git(?:#|$)/i.test(text);
  if (!isGit) return void 0;
  const hash = text.indexOf("#");
  const url = hash === -1 ? text : text.slice(0, hash);
  return { kind: "git", url, commit: hash === -1 ? null : text.slice(hash + 1) };
}
function registryOf2(resolved, name) {
  if (resolved === "") return null;
  const unescaped2 = resolved.replace(/%2f/gi, "/");
  const tarball = unescaped2.indexOf(`/${name}/-/`);
  if (tarball !== -1) return unescaped2.slice(0, tarball + 1);
  return /^[a-z]+:\/\/[^/]*\//i.exec(resolved)?.[0] ?? null;
}

// scanners/dependencies/lockfiles/npm/content.ts
function buildContent(document, manifest, lines) {
  const entries = document.entries.filter((entry) => !entry.link);
  const places = indexPlaces(document.entries, entries);
  const rootRequests = document.root?.requests ?? manifest?.requests ?? [];
  const { edges, direct, specs } = resolveEdges(entries, places, rootRequests);
  if (document.root === void 0 && manifest === void 0) markUnrequired(entries, edges, direct);
  const known = document.root !== void 0 || manifest !== void 0;
  const packages = entries.map(
    (entry, index) => toPackage(entry, specs[index], direct.has(index) ? true : known ? false : null, lines)
  );
  return {
    packages,
    edges,
    errors: problemsOf(document, entries, lines),
    disagreements: disagreementsOf(document, manifest, places, packages, lines)
  };
}
function indexPlaces(all, entries) {
  const places = new Places();
  const members = /* @__PURE__ */ new Map();
  for (const [index, entry] of entries.entries()) {
    if (isInstalled(entry.location)) places.add(entry.location, index);
    else members.set(entry.location, index);
  }
  for (const entry of all) {
    const target = entry.link && entry.resolved !== void 0 ? members.get(entry.resolved) : void 0;
    if (target !== void 0 && isInstalled(entry.location)) places.add(entry.location, target);
  }
  return places;
}
function resolveEdges(entries, places, rootRequests) {
  const resolution = { edges: [], direct: /* @__PURE__ */ new Set(), specs: new Array(entries.length) };
  connect(resolution, places, ROOT, "", rootRequests, true);
  for (const [index, entry] of entries.entries()) {
    const isMember2 = !isInstalled(entry.location);
    connect(resolution, places, index, entry.location, entry.requests, isMember2);
  }
  return resolution;
}
function connect(into, places, from, location, requests, isProject) {
  const seen = requests.length > 1 ? /* @__PURE__ */ new Set() : void 0;
  for (const request of requests) {
    if (request.kind === "dev" && !isProject) continue;
    const to = places.find(location, request.name);
    if (to === void 0 || to === from || seen?.has(to)) continue;
    seen?.add(to);
    into.edges.push([from, to, request.spec]);
    into.specs[to] ??= request.spec;
    if (isProject) into.direct.add(to);
  }
}
function markUnrequired(entries, edges, direct) {
  const required = new Set(edges.map(([, to]) => to));
  for (const [index, entry] of entries.entries()) {
    const isTop = entry.location.indexOf("/node_modules/") === -1;
    if (!isTop || required.has(index)) continue;
    direct.add(index);
    edges.push([ROOT, index]);
  }
}
function toPackage(entry, spec, direct, lines) {
  const placeName = nameOfPlace(entry.location);
  const named = entry.name ?? placeName;
  const origin = originOf(entry, named, spec);
  const source = isInstalled(entry.location) ? origin.source : { kind: "workspace", path: entry.location };
  return {
    ecosystem: "npm",
    name: origin.name ?? named,
    version: origin.version,
    source,
    scope: scopeOf2(entry),
    direct,
    line: lines.lineAt(entry.keyOffset),
    column: lines.columnAt(entry.keyOffset),
    endLine: lines.lineAt(Math.max(entry.keyOffset, entry.endOffset - 1)),
    ...source.kind === "registry" && !entry.bundled ? { integrity: entry.integrity } : {},
    ...entry.hasInstallScript ? { hasInstallScript: true } : {},
    ...entry.licence === void 0 ? {} : { licence: entry.licence }
  };
}
function scopeOf2(entry) {
  if (entry.dev) return "dev";
  if (entry.optional || entry.devOptional) return "optional";
  return entry.peer ? "peer" : "prod";
}
function problemsOf(document, entries, lines) {
  const problems = document.problems.map(({ offset, message }) => ({
    line: lines.lineAt(offset),
    code: "LOCKFILE_INVALID",
    message
  }));
  for (const entry of entries) {
    if (entry.version !== void 0 || !isInstalled(entry.location) || entry.resolved?.startsWith("git"))
      continue;
    const message = `${JSON.stringify(entry.location.slice(0, 200))} has no version`;
    problems.push({ line: lines.lineAt(entry.keyOffset), code: "LOCKFILE_INVALID", message });
  }
  if (document.version !== void 0 && document.version > 3) {
    const message = `lockfileVersion ${document.version} is not known (1, 2 and 3 are)`;
    problems.push({ line: 1, code: "LOCKFILE_UNSUPPORTED", message });
  }
  return problems;
}
function disagreementsOf(document, manifest, places, packages, lines) {
  if (!manifest) return [];
  const line = document.root === void 0 ? 1 : lines.lineAt(document.root.keyOffset);
  return findDisagreements(manifest.requests, document.root?.requests, (name) => {
    const found = places.find("", name);
    return found === void 0 ? void 0 : packages[found];
  }).map((disagreement) => ({ ...disagreement, line: disagreement.line ?? line }));
}

// scanners/dependencies/lockfiles/npm/document.ts
var MAX_LOCATION = 4096;
function readLockDocument(reader) {
  let version;
  const modern = new Entries();
  const legacy = new Entries();
  let hasPackages = false;
  reader.members((key) => {
    if (key === "lockfileVersion") version = reader.numberOrSkip();
    else if (key === "packages" && reader.peek() === "object") {
      hasPackages = true;
      readPackages(reader, modern);
    } else if (key === "dependencies" && !hasPackages && reader.peek() === "object") {
      readDependencies(reader, "", legacy);
    } else reader.skip();
  });
  reader.end();
  const { root, list, problems } = hasPackages ? modern : legacy;
  for (const { key, offset } of reader.repeated.slice(0, 100)) {
    problems.push({ offset, message: `the key ${JSON.stringify(key.slice(0, 200))} stands twice` });
  }
  if (!hasPackages && list.length === 0 && version === void 0) {
    problems.push({
      offset: 0,
      message: 'it has neither "packages" nor "dependencies" nor "lockfileVersion"'
    });
  }
  return { version, root, entries: list, problems };
}
var Entries = class {
  root;
  list = [];
  problems = [];
};
function readPackages(reader, into) {
  reader.members((location, keyOffset) => {
    if (!acceptsEntry(reader, location, keyOffset, into)) return;
    const entry = newEntry(location, keyOffset, false);
    reader.members((key) => readField(reader, entry, key) || reader.skip());
    entry.endOffset = reader.offset;
    if (location === "") into.root = entry;
    else into.list.push(entry);
  });
}
function readDependencies(reader, parent, into) {
  reader.members((name, keyOffset) => {
    const location = parent === "" ? `node_modules/${name}` : `${parent}/node_modules/${name}`;
    if (!acceptsEntry(reader, location, keyOffset, into)) return;
    const entry = newEntry(location, keyOffset, true);
    into.list.push(entry);
    reader.members((key) => {
      if (key === "dependencies" && reader.peek() === "object") readDependencies(reader, location, into);
      else if (key === "requires") readRequests(reader, entry, "prod");
      else if (key !== "dependencies" && readField(reader, entry, key)) return;
      else reader.skip();
    });
    entry.endOffset = reader.offset;
  });
}
function acceptsEntry(reader, location, offset, into) {
  const wrong = reader.peek() !== "object" ? `the entry ${JSON.stringify(location.slice(0, 200))} is not an object` : location.length > MAX_LOCATION ? `the place ${JSON.stringify(location.slice(0, 80))}\u2026 is longer than ${MAX_LOCATION} characters` : void 0;
  if (wrong === void 0) return true;
  into.problems.push({ offset, message: wrong });
  reader.skip();
  return false;
}
function newEntry(location, keyOffset, legacy) {
  return {
    location,
    keyOffset,
    endOffset: keyOffset,
    integrity: false,
    link: false,
    dev: false,
    optional: false,
    devOptional: false,
    peer: false,
    bundled: false,
    hasInstallScript: false,
    legacy,
    requests: []
  };
}
function readField(reader, entry, key) {
  switch (key) {
    case "name":
    case "version":
    case "resolved":
      setText(entry, key, reader.stringOrSkip());
      return true;
    case "integrity":
      entry.integrity = (reader.stringOrSkip() ?? "") !== "";
      return true;
    case "license":
      setText(entry, "licence", reader.stringOrSkip());
      return true;
    case "link":
    case "dev":
    case "optional":
    case "devOptional":
    case "peer":
    case "hasInstallScript":
      entry[key] = reader.isTrue();
      return true;
    case "inBundle":
    case "bundled":
      entry.bundled = reader.isTrue();
      return true;
    case "dependencies":
      return readRequests(reader, entry, "prod");
    case "devDependencies":
      return readRequests(reader, entry, "dev");
    case "optionalDependencies":
      return readRequests(reader, entry, "optional");
    case "peerDependencies":
      return readRequests(reader, entry, "peer");
    default:
      return false;
  }
}
function setText(entry, key, value) {
  if (value !== void 0) entry[key] = value;
}
function readRequests(reader, entry, kind) {
  if (reader.peek() !== "object") {
    reader.skip();
    return true;
  }
  reader.members((name) => {
    const spec = reader.stringOrSkip();
    if (spec !== void 0) entry.requests.push({ name, spec, kind });
  });
  return true;
}

// scanners/dependencies/lockfiles/npm/manifest.ts
var SECTIONS4 = /* @__PURE__ */ new Map([
  ["dependencies", "prod"],
  ["devDependencies", "dev"],
  ["optionalDependencies", "optional"],
  ["peerDependencies", "peer"]
]);
function readManifest(file) {
  if (!file) return void 0;
  try {
    const reader = new JsonReader(file.text);
    const requests = [];
    reader.members((key) => {
      const kind = SECTIONS4.get(key);
      if (kind === void 0 || reader.peek() !== "object") reader.skip();
      else readSection(reader, kind, requests);
    });
    reader.end();
    return { requests };
  } catch (error) {
    if (error instanceof JsonSyntaxError) return void 0;
    throw error;
  }
}
function readSection(reader, kind, into) {
  reader.members((name) => {
    const spec = reader.stringOrSkip();
    if (spec !== void 0) into.push({ name, spec, kind });
  });
}

// scanners/dependencies/lockfiles/package-lock.ts
var packageLock = {
  id: "package-lock.json",
  ecosystems: ["npm"],
  wants: (path) => /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(path),
  wantsBeside: (path) => path === "package.json" || path.endsWith("/package.json"),
  parse: parsePackageLock
};
async function parsePackageLock(file, siblings) {
  const lines = indexLines(file.text);
  const reader = new JsonReader(file.text);
  try {
    const document = readLockDocument(reader);
    const manifest = readManifest(await siblings.read(besides(file.path, "package.json")));
    return buildContent(document, manifest, lines);
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      throw lockfileError(file.path, lines.lineAt(error.offset), error.message);
    }
    throw error;
  }
}
function besides(path, name) {
  return path.slice(0, path.lastIndexOf("/") + 1) + name;
}

// scanners/dependencies/lockfiles/repository-name.ts
function repositoryName(address) {
  const withoutEnd = withoutSlashes(address.trim()).replace(/\.git$/, "");
  const [, afterScheme] = /^[a-z][a-z0-9+.-]*:\/\/(.*)$/i.exec(withoutEnd) ?? [];
  if (afterScheme !== void 0) return withoutUserAndPort(afterScheme);
  const [, host, path] = /^(?:[^@/:]+@)([^/:]+):(.+)$/.exec(withoutEnd) ?? [];
  return host === void 0 ? withoutEnd : `${host}/${path?.replace(/^\/+/, "")}`;
}
function withoutUserAndPort(address) {
  const slash = address.indexOf("/");
  const authority = slash === -1 ? address : address.slice(0, slash);
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d+$/, "");
  return host + (slash === -1 ? "" : address.slice(slash));
}
function withoutSlashes(address) {
  let end = address.length;
  while (address[end - 1] === "/") end--;
  return address.slice(0, end);
}

// scanners/dependencies/lockfiles/package-resolved.ts
var ECOSYSTEM2 = "SwiftURL";
var packageResolved = {
  id: "Package.resolved",
  ecosystems: [ECOSYSTEM2],
  wants: (path) => path === "Package.resolved" || path.endsWith("/Package.resolved"),
  parse: parsePackageResolved
};
function parsePackageResolved(file) {
  const { root, builder } = openDocument(file, readJson(file.text));
  const pins = root.get("pins") ?? memberOf(root.get("object"), "pins");
  if (!Array.isArray(pins?.value)) throw lockfileError(file.path, 1, 'it has no list of "pins"');
  const version = root.get("version");
  if (version && ![1, 2, 3].includes(Number(version.value))) {
    const message = `version ${quote(String(version.value))} is not known (1 to 3 are)`;
    builder.problem(version.line, message, "LOCKFILE_UNSUPPORTED");
  }
  for (const pin of elementsOf(pins)) addPin(builder, pin);
  return builder.content();
}
function addPin(builder, pin) {
  if (!isWhole(pin)) return;
  const { line, endLine } = pin;
  const location = textOf(pin, "location") ?? textOf(pin, "repositoryURL") ?? "";
  const identity = textOf(pin, "identity") ?? textOf(pin, "package") ?? "";
  const name = location === "" ? identity : repositoryName(location);
  if (name === "") {
    builder.problem(line, "a pin has neither a location nor an identity");
    return;
  }
  const state = memberOf(pin, "state");
  const version = textOf(state, "version") ?? "";
  const commit = textOf(state, "revision") ?? null;
  const source = sourceOf10(textOf(pin, "kind") ?? "", location, version, commit);
  if (version === "" && commit === null && source.kind !== "path") {
    builder.problem(line, `the pin of ${quote(name)} has neither a version nor a revision`);
  }
  builder.add({ ecosystem: ECOSYSTEM2, name, version, source, scope: "prod", line, endLine });
}
function sourceOf10(kind, location, version, commit) {
  if (kind === "localSourceControl" || kind === "fileSystem") return { kind: "path", path: location };
  return version === "" ? { kind: "git", url: location, commit } : DEFAULT_REGISTRY;
}

// scanners/dependencies/lockfiles/packages-config.ts
var packagesConfig = {
  id: "packages.config",
  ecosystems: ["NuGet"],
  wants: (path) => /(?:^|\/)packages(?:\.[^/]+)?\.config$/i.test(path),
  parse: parsePackagesConfig
};
function parsePackagesConfig(file) {
  const { root, builder } = openXml(file, "packages");
  for (const element of childrenOf(root, "package")) {
    if (element.isWhole) addPackage5(builder, element);
  }
  return builder.content();
}
function addPackage5(builder, { attributes, line, endLine }) {
  const name = attributes.get("id")?.trim();
  const version = attributes.get("version")?.trim();
  if (!name || !version) {
    builder.problem(line, name ? `${quote(name)} has no version` : "a package has no id");
    return;
  }
  const isDev = attributes.get("developmentDependency")?.toLowerCase() === "true";
  builder.add({ ecosystem: "NuGet", name, version, scope: isDev ? "dev" : "prod", line, endLine });
}

// scanners/dependencies/lockfiles/packages-lock.ts
var packagesLock = {
  id: "packages.lock.json",
  ecosystems: ["NuGet"],
  wants: (path) => /(?:^|\/)packages(?:\.[^/]+)?\.lock\.json$/.test(path),
  parse: parsePackagesLock
};
function parsePackagesLock(file) {
  const { root, builder } = openDocument(file, readJson(file.text));
  const dependencies = root.get("dependencies");
  if (!(dependencies?.value instanceof Map)) {
    throw lockfileError(file.path, 1, 'it has no object "dependencies"');
  }
  checkVersion2(builder, root);
  const sections = /* @__PURE__ */ new Map();
  for (const [key, section] of dependencies.value) {
    if (section.value instanceof Map) sections.set(key, addSection(builder, section.value));
    else builder.problem(section.line, `the section ${quote(key)} is not an object`);
  }
  for (const [key, section] of dependencies.value) connectSection(builder, sections, key, section);
  return builder.content();
}
function checkVersion2(builder, root) {
  const version = root.get("version");
  if (version?.value === 1 || version?.value === 2) return;
  builder.problem(version?.line ?? 1, "its version is not known (1 and 2 are)", "LOCKFILE_UNSUPPORTED");
}
function addSection(builder, members) {
  const section = /* @__PURE__ */ new Map();
  for (const [name, node] of members) {
    if (isWhole(node)) section.set(name.toLowerCase(), addPackage6(builder, name, node));
  }
  return section;
}
function addPackage6(builder, name, node) {
  const { line, endLine } = node;
  const type = textOf(node, "type")?.toLowerCase();
  const version = textOf(node, "resolved") ?? "";
  const isProject = type === "project";
  if (version === "" && !isProject) builder.problem(line, `${quote(name)} has no "resolved" version`);
  const position = builder.add({
    ecosystem: "NuGet",
    name,
    version,
    scope: "prod",
    direct: type === void 0 ? null : type === "direct",
    line,
    endLine,
    ...isProject ? { source: { kind: "workspace", path: name } } : { integrity: (textOf(node, "contentHash") ?? "") !== "" }
  });
  if (type === "direct") builder.connectRoot(position);
  return position;
}
function connectSection(builder, sections, key, section) {
  const own = sections.get(key);
  const slash = key.indexOf("/");
  const base = slash === -1 ? void 0 : sections.get(key.slice(0, slash));
  for (const [name, node] of membersOf(section)) {
    const from = own?.get(name.toLowerCase());
    if (from === void 0) continue;
    for (const [dependency] of membersOf(memberOf(node, "dependencies"))) {
      const id = dependency.toLowerCase();
      builder.connect(from, own?.get(id) ?? base?.get(id));
    }
  }
}

// scanners/dependencies/lockfiles/paket-dependencies.ts
var paketDependencies = {
  id: "paket.dependencies",
  ecosystems: ["NuGet"],
  wants: () => false,
  parse: parsePaketDependencies
};
function parsePaketDependencies(file) {
  const builder = new ContentBuilder();
  for (const { text, number: line } of eachLine(file.text)) {
    const [, name, rest] = /^\s*(?:nuget|clitool)\s+([^\s:]+)\s*(.*)$/.exec(text) ?? [];
    if (name === void 0) continue;
    const [, version] = /^(?:==?\s*)?(\d[^\s,]*)(?:\s|$)/.exec(rest ?? "") ?? [];
    const position = builder.add({
      ecosystem: "NuGet",
      name,
      version: version ?? "",
      scope: "prod",
      direct: true,
      line
    });
    builder.connectRoot(position);
  }
  return builder.content();
}

// scanners/dependencies/lockfiles/paket-lock.ts
var paketLock = {
  id: "paket.lock",
  ecosystems: ["NuGet"],
  wants: (path) => path === "paket.lock" || path.endsWith("/paket.lock"),
  parse: parsePaketLock
};
function parsePaketLock(file) {
  const builder = new ContentBuilder();
  const state = {
    builder,
    group: "Main",
    section: "",
    remote: "",
    from: void 0,
    places: /* @__PURE__ */ new Map(),
    requests: []
  };
  for (const { text, number } of eachLine(file.text)) {
    if (text.trim() !== "") readLine2(state, text, number);
  }
  endGroup(state);
  builder.assumeRoots();
  return builder.content();
}
var SECTION = /^(?:NUGET|GITHUB|GIT|GIST|HTTP)$/;
var OPTION = /^[A-Z][A-Z0-9_-]*:/;
var ENTRY = /^([^()]*)\(([^()]*)\)/;
function readLine2(state, text, line) {
  const body = text.trim();
  const indent = text.length - text.trimStart().length;
  const [, group] = /^GROUP\s+(\S.*)$/.exec(text) ?? [];
  if (group !== void 0) {
    endGroup(state);
    Object.assign(state, { group: group.trim(), section: "", remote: "" });
  } else if (indent === 0 && SECTION.test(body)) Object.assign(state, { section: body, remote: "" });
  else if (indent === 0 && OPTION.test(body)) return;
  else if (state.section === "" || indent === 0)
    state.builder.problem(line, `${quote(body)} is not understood`);
  else if (body.startsWith("remote:")) state.remote = body.slice("remote:".length).trim();
  else if (indent <= 5) addPackage7(state, body, line);
  else readDependency(state, body);
}
function addPackage7(state, body, line) {
  const [, written, version] = ENTRY.exec(body) ?? [];
  const name = written?.trim();
  if (name === void 0 || version === void 0) {
    if (/^specs:$/.test(body)) return;
    state.from = void 0;
    if (state.section !== "HTTP") state.builder.problem(line, `${quote(body)} is not name (version)`);
    else addFound(state, body, "", line);
    return;
  }
  addFound(state, name === "" ? state.remote : name, version, line);
}
function addFound(state, name, version, line) {
  const isNuGet = state.section === "NUGET";
  const position = state.builder.add({
    ecosystem: isNuGet ? "NuGet" : "",
    name,
    version,
    source: sourceOf11(state, version),
    scope: scopeOfGroup(state.group),
    line
  });
  state.from = position;
  if (isNuGet) state.places.set(name.toLowerCase(), position);
}
function readDependency(state, body) {
  const [, name] = /^([^\s(]+)(?:\s|$|\()/.exec(body) ?? [];
  if (state.from !== void 0 && name !== void 0 && !name.endsWith(":")) {
    state.requests.push({ from: state.from, name: name.toLowerCase() });
  }
}
function endGroup(state) {
  for (const { from, name } of state.requests) state.builder.connect(from, state.places.get(name));
  Object.assign(state, { from: void 0, places: /* @__PURE__ */ new Map(), requests: [] });
}
function sourceOf11({ section, remote }, version) {
  if (section === "NUGET") {
    const isAddress2 = remote === "" || /^[a-z]+:\/\//i.test(remote);
    return isAddress2 ? { kind: "registry", url: remote || null } : { kind: "path", path: remote };
  }
  return section === "HTTP" ? { kind: "url", url: remote } : { kind: "git", url: remote, commit: version || null };
}
function scopeOfGroup(group) {
  if (/test/i.test(group)) return "test";
  return /^(?:build|dev)/i.test(group) ? "build" : "prod";
}

// scanners/dependencies/lockfiles/python/requirement.ts
var NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/;
var CLAUSE = /^(===|==|~=|!=|<=|>=|<|>)\s*([^\s,;()]+)$/;
function parseRequirement(text) {
  const head = NAME.exec(text);
  if (!head) return void 0;
  const name = head[1];
  const extras = (head[2] ?? "").split(",").map((extra) => extra.trim()).filter((extra) => extra !== "");
  const rest = text.slice(head[0].length);
  if (rest.startsWith("@")) {
    const url = rest.slice(1).trim().split(/\s/)[0];
    return url === "" ? void 0 : { name, extras, clauses: [], url };
  }
  const semicolon = rest.indexOf(";");
  const specifier = (semicolon === -1 ? rest : rest.slice(0, semicolon)).trim().replace(/^\((.*)\)$/, "$1").trim();
  const clauses = parseClauses(specifier);
  return clauses && { name, extras, clauses, url: void 0 };
}
function parseClauses(specifier) {
  if (specifier === "") return [];
  const clauses = [];
  for (const part of specifier.replace(/,\s*$/, "").split(",")) {
    const clause = CLAUSE.exec(part.trim());
    if (!clause) return void 0;
    clauses.push({ operator: clause[1], version: clause[2] });
  }
  return clauses;
}
function exactVersion({ clauses }) {
  return clauses.find(
    ({ operator, version }) => operator === "===" || operator === "==" && !version.includes("*")
  )?.version;
}
function firstNamedVersion({ clauses }) {
  const first = clauses.find(({ operator, version }) => NAMING.has(operator) && !version.includes("*"));
  return first?.version ?? "";
}
var NAMING = /* @__PURE__ */ new Set(["==", "===", ">=", "<=", "~="]);
function normalName(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

// scanners/dependencies/lockfiles/python/project-file.ts
function wantsProjectFile(path) {
  return path === "pyproject.toml" || path.endsWith("/pyproject.toml");
}
async function readProjectFile(lockfile, siblings) {
  const base = lockfile.slice(0, lockfile.lastIndexOf("/") + 1);
  const file = await siblings.read(`${base}pyproject.toml`);
  if (!file) return void 0;
  const { root, problems } = readToml(file.text);
  if (problems.length > 0) return void 0;
  const requests = /* @__PURE__ */ new Map();
  const ask = (scope, names) => {
    for (const name of names) if (!requests.has(name)) requests.set(name, scope);
  };
  const project = memberOf(root, "project");
  const tool = memberOf(root, "tool");
  const poetry = memberOf(tool, "poetry");
  const extras = memberOf(project, "optional-dependencies");
  ask("prod", requirementNames(memberOf(project, "dependencies")));
  ask("prod", tableNames(memberOf(poetry, "dependencies")));
  for (const [, group] of membersOf(extras)) ask("optional", requirementNames(group));
  for (const groups of [
    memberOf(root, "dependency-groups"),
    memberOf(memberOf(tool, "pdm"), "dev-dependencies")
  ]) {
    for (const [, group] of membersOf(groups)) ask("dev", requirementNames(group));
  }
  ask("dev", requirementNames(memberOf(memberOf(tool, "uv"), "dev-dependencies")));
  ask("dev", tableNames(memberOf(poetry, "dev-dependencies")));
  for (const [, group] of membersOf(memberOf(poetry, "group")))
    ask("dev", tableNames(memberOf(group, "dependencies")));
  return {
    requests: [...requests].map(([name, scope]) => ({ name, scope })),
    extras: new Set([...membersOf(extras)].map(([name]) => normalName(name)))
  };
}
function requirementNames(list) {
  return textsOf(list).map((text) => parseRequirement(text)?.name).filter((name) => name !== void 0).map(normalName);
}
function tableNames(table) {
  return [...membersOf(table)].map(([name]) => normalName(name)).filter((name) => name !== "python");
}

// scanners/dependencies/lockfiles/python/locked-packages.ts
var LockedPackages = class {
  graph = new Graph();
  #byName = /* @__PURE__ */ new Map();
  constructor({ problems }) {
    this.graph.problems(problems);
  }
  add(node, name, version, source, more = {}) {
    const { line, endLine } = node;
    const index = this.graph.add({ ecosystem: "PyPI", name, version, source, line, endLine, ...more });
    const key = normalName(name);
    const others = this.#byName.get(key);
    if (others) others.push(index);
    else this.#byName.set(key, [index]);
    return index;
  }
  /** All versions of the name that the file holds, or the one that is named. */
  find(name, version) {
    const found = this.#byName.get(normalName(name)) ?? [];
    const exact = version === void 0 ? [] : found.filter((index) => this.graph.at(index).version === version);
    return exact.length > 0 ? exact : found;
  }
  connect(from, name, scope, version) {
    for (const to of this.find(name, version)) this.graph.connect(from, to, scope);
  }
  noVersion(node, name) {
    this.graph.problem(node.line, `${JSON.stringify(name.slice(0, 200))} has no version`);
  }
  /** With the roots from `pyproject.toml`, where it is there. */
  async contentWithProject(file, siblings, edgesKnown) {
    const project = await readProjectFile(file.path, siblings);
    for (const { name, scope } of project?.requests ?? []) this.connect(ROOT, name, scope);
    return this.graph.content({ rootsKnown: project !== void 0, edgesKnown });
  }
};

// scanners/dependencies/lockfiles/pdm-lock.ts
var pdmLock = {
  id: "pdm.lock",
  ecosystems: ["PyPI"],
  wants: (path) => path === "pdm.lock" || path.endsWith("/pdm.lock"),
  wantsBeside: wantsProjectFile,
  parse: parsePdmLock
};
async function parsePdmLock(file, siblings) {
  const document = readToml(file.text);
  const locked = new LockedPackages(document);
  const metadata = memberOf(document.root, "metadata");
  const version = textOf(metadata, "lock_version");
  if (version !== void 0 && !/^[1-4](?:\.|$)/.test(version)) {
    locked.graph.problem(
      metadata?.line,
      `lock_version ${version} is not known (up to 4 is)`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const extras = (await readProjectFile(file.path, siblings))?.extras ?? /* @__PURE__ */ new Set();
  const files = new Set(
    [...membersOf(memberOf(metadata, "files"))].map(([key]) => normalName(key.split(" ")[0]))
  );
  const added = [];
  for (const node of tablesOf(document.root, "package")) {
    const name = textOf(node, "name");
    const locks = textOf(node, "version");
    if (!isWhole(node)) continue;
    if (name === void 0 || locks === void 0) {
      locked.noVersion(node, name ?? "a package");
      continue;
    }
    const source = sourceOf12(node);
    const scope = scopeOf3(textsOf(memberOf(node, "groups")), extras);
    const hasFiles = elementsOf(memberOf(node, "files")).length > 0 || files.has(normalName(name));
    const index = locked.add(node, name, locks, source, {
      ...scope === void 0 ? {} : { scope },
      ...source.kind === "registry" ? { integrity: hasFiles } : {}
    });
    added.push({ index, node });
  }
  for (const { index, node } of added) {
    for (const text of textsOf(memberOf(node, "dependencies"))) {
      const requirement = parseRequirement(text);
      if (requirement) locked.connect(index, requirement.name, "prod", exactVersion(requirement));
    }
  }
  return locked.contentWithProject(file, siblings, true);
}
function scopeOf3(groups, extras) {
  if (groups.length === 0) return void 0;
  if (groups.includes("default")) return "prod";
  return groups.some((group) => extras.has(normalName(group))) ? "optional" : "dev";
}
function sourceOf12(node) {
  for (const kind of ["git", "hg", "svn", "bzr"]) {
    const repository = textOf(node, kind);
    if (repository !== void 0) {
      return { kind: "git", url: repository, commit: textOf(node, "revision") ?? null };
    }
  }
  const url = textOf(node, "url");
  if (url !== void 0) return { kind: "url", url };
  const path = textOf(node, "path");
  return path === void 0 ? DEFAULT_REGISTRY : { kind: "path", path };
}

// scanners/dependencies/lockfiles/pipfile-lock.ts
var pipfileLock = {
  id: "Pipfile.lock",
  ecosystems: ["PyPI"],
  wants: (path) => path === "Pipfile.lock" || path.endsWith("/Pipfile.lock"),
  wantsBeside: (path) => path === "Pipfile" || path.endsWith("/Pipfile"),
  parse: parsePipfileLock
};
async function parsePipfileLock(file, siblings) {
  const document = readJson(file.text);
  const { root } = document;
  const locked = new LockedPackages(document);
  const indexes = indexesOf(memberOf(root, "_meta"));
  for (const [section, packages] of membersOf(root)) {
    if (section === "_meta") continue;
    for (const [name, node] of membersOf(packages))
      if (isWhole(node)) addPackage8(locked, indexes, section, name, node);
  }
  const manifest = await siblings.read(file.path.replace(/\.lock$/, ""));
  const sections = manifest && readToml(manifest.text);
  const rootsKnown = sections !== void 0 && sections.problems.length === 0;
  if (rootsKnown) {
    for (const [section, requests] of membersOf(sections.root)) {
      if (NO_REQUESTS.has(section)) continue;
      for (const [name] of membersOf(requests)) locked.connect(ROOT, name, scopeOf4(section));
    }
  }
  return locked.graph.content({ rootsKnown, edgesKnown: false });
}
var NO_REQUESTS = /* @__PURE__ */ new Set(["source", "requires", "scripts", "pipenv"]);
function scopeOf4(section) {
  if (section === "default" || section === "packages") return "prod";
  return section === "develop" || section === "dev-packages" ? "dev" : "unknown";
}
function addPackage8(locked, indexes, section, name, node) {
  const version = textOf(node, "version")?.replace(/^={2,3}\s*/, "");
  if (version === void 0) {
    const isElsewhere = ["git", "hg", "svn", "bzr", "path", "file"].some(
      (key) => textOf(node, key) !== void 0
    );
    if (!isElsewhere) locked.noVersion(node, name);
    return;
  }
  const source = sourceOf13(node, indexes);
  locked.add(node, name, version, source, {
    scope: scopeOf4(section),
    ...source.kind === "registry" ? { integrity: elementsOf(memberOf(node, "hashes")).length > 0 } : {}
  });
}
function indexesOf(meta) {
  const indexes = /* @__PURE__ */ new Map();
  for (const source of elementsOf(memberOf(meta, "sources"))) {
    const name = textOf(source, "name");
    const url = textOf(source, "url");
    if (name !== void 0 && url !== void 0) indexes.set(name, url);
  }
  return indexes;
}
function sourceOf13(node, indexes) {
  const git2 = textOf(node, "git");
  if (git2 !== void 0) return { kind: "git", url: git2, commit: textOf(node, "ref") ?? null };
  const path = textOf(node, "path");
  if (path !== void 0) return { kind: "path", path };
  const file = textOf(node, "file");
  if (file !== void 0) return { kind: "url", url: file };
  const url = indexes.get(textOf(node, "index") ?? "");
  return url === void 0 ? DEFAULT_REGISTRY : { kind: "registry", url };
}

// scanners/dependencies/lockfiles/pnpm-key.ts
function nameOfPnpmKey(key, major) {
  const bare3 = withoutPeers(key);
  if (bare3.startsWith("file:") || bare3.startsWith("link:")) return void 0;
  if (major >= 9) {
    const { name, rest } = splitAtVersion(bare3);
    return { name, version: rest === "" || /[:/]/.test(rest) ? void 0 : rest };
  }
  return nameOfPath(bare3);
}
function withoutPeers(key) {
  const parenthesis = key.indexOf("(");
  return parenthesis === -1 ? key : key.slice(0, parenthesis);
}
function nameOfPath(path) {
  const [, first = "", ...others] = path.split("/");
  const scoped = first.startsWith("@");
  const named = scoped ? `${first}/${others.shift() ?? ""}` : first;
  const at = splitAtVersion(named);
  const version = (others[0] ?? at.rest).replace(/_.*$/, "");
  const name = others.length > 0 ? named : at.name;
  return name !== "" && /^\d/.test(version) ? { name, version } : void 0;
}

// scanners/dependencies/lockfiles/pnpm-lock.ts
var pnpmLock = {
  id: "pnpm-lock.yaml",
  ecosystems: ["npm"],
  wants: (path) => path === "pnpm-lock.yaml" || path.endsWith("/pnpm-lock.yaml"),
  parse: parsePnpmLock
};
var SECTIONS5 = [
  ["dependencies", "prod"],
  ["optionalDependencies", "optional"],
  ["devDependencies", "dev"],
  ["configDependencies", "build"],
  ["packageManagerDependencies", "build"]
];
function parsePnpmLock(file) {
  const graph = new Graph();
  let rootsKnown = false;
  for (const document of readYamlDocuments(file.text)) {
    rootsKnown = new PnpmDocument(document, graph).read() || rootsKnown;
  }
  return graph.content({ rootsKnown, edgesKnown: true });
}
var PnpmDocument = class {
  #root;
  #graph;
  #major;
  #byKey = /* @__PURE__ */ new Map();
  constructor({ root, problems }, graph) {
    this.#root = root;
    this.#graph = graph;
    graph.problems(problems);
    const version = textOf(root, "lockfileVersion");
    this.#major = Number.parseInt(version ?? "5", 10);
    if (root && !(this.#major <= 9)) {
      const line = memberOf(root, "lockfileVersion")?.line;
      graph.problem(line, `lockfileVersion ${version} is not known (5, 6 and 9 are)`, "LOCKFILE_UNSUPPORTED");
    }
  }
  /** Whether the document says what the project asks for. */
  read() {
    for (const [key, node] of membersOf(memberOf(this.#root, "packages")))
      if (isWhole(node)) this.#add(key, node);
    const snapshots = memberOf(this.#root, "snapshots");
    for (const [key, node] of membersOf(snapshots ?? memberOf(this.#root, "packages")))
      this.#connect(key, node);
    const importers = memberOf(this.#root, "importers");
    for (const [, importer] of membersOf(importers)) this.#connectImporter(importer);
    if (this.#root) this.#connectImporter(this.#root);
    return importers !== void 0 || SECTIONS5.some(([key]) => mapOf(memberOf(this.#root, key)) !== void 0);
  }
  #add(key, node) {
    const own = nameOfPnpmKey(key, this.#major);
    const name = textOf(node, "name") ?? own?.name;
    const resolution = memberOf(node, "resolution");
    const version = textOf(node, "version") ?? own?.version ?? (isLocal(key) ? "" : void 0);
    if (name === void 0 || version === void 0) {
      this.#graph.problem(node.line, `${JSON.stringify(key.slice(0, 200))} does not say its name and version`);
      return;
    }
    const source = sourceOf14(key, resolution, name, version);
    const index = this.#graph.add({
      ecosystem: "npm",
      name,
      version,
      source,
      line: node.line,
      endLine: node.endLine,
      ...source.kind === "registry" ? { integrity: textOf(resolution, "integrity") !== void 0 } : {},
      ...isTrue(node, "requiresBuild") ? { hasInstallScript: true } : {}
    });
    this.#byKey.set(key, index);
  }
  #connect(key, node) {
    const from = this.#byKey.get(key) ?? this.#byKey.get(withoutPeers(key));
    if (from === void 0) return;
    for (const [section, scope] of SECTIONS5) this.#connectSection(from, memberOf(node, section), scope);
  }
  #connectImporter(node) {
    for (const [section, scope] of SECTIONS5) this.#connectSection(ROOT, memberOf(node, section), scope);
  }
  #connectSection(from, section, scope) {
    for (const [name, value] of membersOf(section)) {
      const reference = typeof value.value === "string" ? value.value : textOf(value, "version");
      const to = reference === void 0 ? void 0 : this.#find(name, reference);
      if (to !== void 0) this.#graph.connect(from, to, scope);
    }
  }
  #find(name, reference) {
    for (const key of [`${name}@${reference}`, `/${name}@${reference}`, `/${name}/${reference}`, reference]) {
      const found = this.#byKey.get(key) ?? this.#byKey.get(withoutPeers(key));
      if (found !== void 0) return found;
    }
    return void 0;
  }
};
function isLocal(key) {
  return /(?:^|@)(?:file|link):/.test(key);
}
function sourceOf14(key, resolution, name, version) {
  const repository = textOf(resolution, "repo");
  if (repository !== void 0) {
    return { kind: "git", url: repository, commit: textOf(resolution, "commit") ?? null };
  }
  const directory = textOf(resolution, "directory");
  if (directory !== void 0) return { kind: "path", path: directory };
  const tarball = textOf(resolution, "tarball");
  if (tarball === void 0) return DEFAULT_REGISTRY;
  const isAskedByUrl = !withoutPeers(key).endsWith(version) || /(?:^|@)https?:|^@?[\w-]+\./.test(key);
  return sourceOfTarball(tarball, name, isAskedByUrl);
}

// scanners/dependencies/lockfiles/podfile-lock.ts
var podfileLock = {
  id: "Podfile.lock",
  ecosystems: [],
  wants: (path) => path === "Podfile.lock" || path.endsWith("/Podfile.lock"),
  parse: parsePodfileLock
};
function parsePodfileLock(file) {
  const { root, builder } = openDocument(file, readYaml(file.text));
  const pods = [...podsOf(builder, root.get("PODS"))];
  const places = /* @__PURE__ */ new Map();
  for (const pod of pods) addPod(builder, root, places, pod);
  for (const { label, requires } of pods) {
    const from = places.get(podName(label));
    for (const required of from === void 0 ? [] : requires) {
      builder.connect(from, places.get(podName(required)));
    }
  }
  for (const asked of textsOf(root.get("DEPENDENCIES"))) builder.connectRoot(places.get(podName(asked)));
  if (root.has("DEPENDENCIES")) builder.markDirect();
  return builder.content();
}
function* podsOf(builder, list) {
  for (const node of elementsOf(list)) {
    if (!isWhole(node)) continue;
    if (typeof node.value === "string") yield { label: node.value, requires: [], node };
    else if (node.value instanceof Map && node.value.size === 1) {
      for (const [label, requires] of node.value) yield { label, requires: textsOf(requires), node };
    } else builder.problem(node.line, "a pod is neither a text nor a map of one");
  }
}
function addPod(builder, root, places, pod) {
  const { line, endLine } = pod.node;
  const name = podName(pod.label);
  const [, version] = /\(([^()]+)\)\s*$/.exec(pod.label) ?? [];
  if (name === "" || version === void 0) {
    builder.problem(line, `${quote(pod.label)} is not name (version)`);
    return;
  }
  const known = places.get(name);
  if (known !== void 0 && builder.packages[known]?.version === version) return;
  const source = sourceOf15(root, name);
  places.set(name, builder.add({ ecosystem: "", name, version, source, scope: "prod", line, endLine }));
}
function podName(label) {
  const [beforeVersion = ""] = label.split("(", 1);
  const [pod = ""] = beforeVersion.split("/", 1);
  return pod.trim();
}
function sourceOf15(root, name) {
  const external = memberOf(root.get("EXTERNAL SOURCES"), name);
  const path = textOf(external, ":path") ?? textOf(external, ":podspec");
  if (path !== void 0) return { kind: "path", path };
  const git2 = textOf(external, ":git");
  if (git2 === void 0) return DEFAULT_REGISTRY;
  const checkout = memberOf(root.get("CHECKOUT OPTIONS"), name);
  return { kind: "git", url: git2, commit: textOf(checkout, ":commit") ?? textOf(external, ":commit") ?? null };
}

// scanners/dependencies/lockfiles/poetry-lock.ts
var poetryLock = {
  id: "poetry.lock",
  ecosystems: ["PyPI"],
  wants: (path) => path === "poetry.lock" || path.endsWith("/poetry.lock"),
  wantsBeside: wantsProjectFile,
  parse: parsePoetryLock
};
async function parsePoetryLock(file, siblings) {
  const document = readToml(file.text);
  const { root } = document;
  const locked = new LockedPackages(document);
  const metadata = memberOf(root, "metadata");
  const version = textOf(metadata, "lock-version");
  if (version !== void 0 && !/^[12]\./.test(version)) {
    locked.graph.problem(
      metadata?.line,
      `lock-version ${version} is not known (1 and 2 are)`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const files = new Map(
    [...membersOf(memberOf(metadata, "files"))].map(([name, list]) => [normalName(name), list])
  );
  const added = [];
  for (const node of tablesOf(root, "package")) {
    const name = textOf(node, "name");
    const locks = textOf(node, "version");
    if (!isWhole(node)) continue;
    if (name === void 0 || locks === void 0) {
      locked.noVersion(node, name ?? "a package");
      continue;
    }
    const source = sourceOf16(memberOf(node, "source"));
    const scope = scopeOf5(node);
    const hashes = elementsOf(memberOf(node, "files") ?? files.get(normalName(name)));
    const index = locked.add(node, name, locks, source, {
      ...scope === void 0 ? {} : { scope },
      ...source.kind === "registry" ? { integrity: hashes.length > 0 } : {}
    });
    added.push({ index, node });
  }
  for (const { index, node } of added) {
    for (const [name, dependency] of membersOf(memberOf(node, "dependencies"))) {
      const isOptional = isTrue(dependency, "optional") || elementsOf(dependency).some((one) => isTrue(one, "optional"));
      locked.connect(index, name, isOptional ? "optional" : "prod");
    }
  }
  return locked.contentWithProject(file, siblings, true);
}
function scopeOf5(node) {
  const groups = textsOf(memberOf(node, "groups"));
  const category = textOf(node, "category");
  if (groups.length === 0 && category === void 0) return isTrue(node, "optional") ? "optional" : void 0;
  if (!groups.includes("main") && category !== "main") return "dev";
  return isTrue(node, "optional") ? "optional" : "prod";
}
function sourceOf16(node) {
  const url = textOf(node, "url") ?? "";
  switch (textOf(node, "type")) {
    case "git":
      return { kind: "git", url, commit: textOf(node, "resolved_reference") ?? null };
    case "url":
      return { kind: "url", url };
    case "directory":
    case "file":
      return { kind: "path", path: url };
    case void 0:
      return DEFAULT_REGISTRY;
    default:
      return { kind: "registry", url };
  }
}

// scanners/dependencies/registries/registry-choice.ts
var EXACT = "\0";
function chosenRegistry({ prefixes, fallback }, name) {
  let best = "";
  for (const prefix of prefixes.keys()) {
    if (prefix.length > best.length && `${name}${EXACT}`.startsWith(prefix)) best = prefix;
  }
  return best === "" ? fallback : prefixes.get(best);
}
function plainAddress(text) {
  const url = text === void 0 || text.includes("${") ? null : URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return void 0;
  url.username = "";
  url.password = "";
  return url.href;
}

// scanners/dependencies/lockfiles/maven/interpolation.ts
var MAX_LENGTH = 2048;
var MAX_DEPTH4 = 32;
function interpolate(text, lookup) {
  return new Interpolation(lookup).resolve(text, 0);
}
function firstPlaceholder(text) {
  return /\$\{[^}]*\}?/.exec(text)?.[0] ?? text;
}
var Interpolation = class {
  #lookup;
  /** Each property is resolved once, so that a tree of properties costs no more than their number. */
  #known = /* @__PURE__ */ new Map();
  constructor(lookup) {
    this.#lookup = lookup;
  }
  resolve(text, depth) {
    if (!text.includes("${")) return text;
    let isWhole2 = depth <= MAX_DEPTH4 && text.length <= MAX_LENGTH;
    if (!isWhole2) return void 0;
    const resolved = text.replace(/\$\{([^}]*)\}/g, (_, name) => {
      const value = isWhole2 ? this.#property(name.trim(), depth) : void 0;
      if (value === void 0) isWhole2 = false;
      return value ?? "";
    });
    return isWhole2 && resolved.length <= MAX_LENGTH && !resolved.includes("${") ? resolved : void 0;
  }
  #property(name, depth) {
    if (this.#known.has(name)) return this.#known.get(name);
    this.#known.set(name, void 0);
    const text = this.#lookup(name);
    const value = text === void 0 ? void 0 : this.resolve(text, depth + 1);
    this.#known.set(name, value);
    return value;
  }
};

// scanners/dependencies/lockfiles/maven/effective-pom.ts
var MAX_IMPORT_DEPTH = 16;
var MAX_MANAGED = 1e5;
async function buildEffectivePom(pom, tree, depth = 0) {
  const lineage = await tree.lineageOf(pom);
  const resolve = (text) => interpolate(text, (name) => propertyOf(name, lineage));
  const missing = [];
  if (lineage.missing) {
    const { groupId, artifactId, version } = lineage.missing;
    missing.push(`${groupId}:${artifactId}:${version}`);
  }
  const managed = /* @__PURE__ */ new Map();
  const imports = [];
  for (const entry of lineage.poms.flatMap((one) => lastOfEach(one.managed, resolve))) {
    const resolved = resolveEntry(entry, resolve);
    if (entry.scope === "import" && entry.type === "pom") imports.push(resolved);
    else setIfAbsent(managed, managementKey(resolved), resolved);
  }
  for (const bom of imports) {
    const found = depth < MAX_IMPORT_DEPTH ? await importBom(bom, lineage, tree, depth) : void 0;
    if (!found) missing.push(`${bom.groupId}:${bom.artifactId}:${bom.version ?? ""}`);
    missing.push(...found?.missing ?? []);
    for (const [key, entry] of found?.managed ?? []) {
      if (managed.size < MAX_MANAGED) setIfAbsent(managed, key, entry);
    }
  }
  return { lineage, dependencies: inherit(lineage, resolve), managed, missing, resolve };
}
function managementKey(of) {
  return [of.groupId, of.artifactId, of.type, of.classifier].join(":");
}
async function importBom(bom, lineage, tree, depth) {
  const pom = await tree.findModule(lineage, bom.groupId, bom.artifactId);
  if (!pom || lineage.poms[0] === pom) return void 0;
  const found = await buildEffectivePom(pom, tree, depth + 1);
  const version = found.resolve("${project.version}");
  return version === void 0 || bom.version === void 0 || version === bom.version ? found : void 0;
}
function resolveEntry(entry, resolve) {
  const or = (text) => resolve(text) ?? text;
  return {
    ...entry,
    groupId: or(entry.groupId),
    artifactId: or(entry.artifactId),
    version: entry.version === void 0 ? void 0 : or(entry.version),
    type: or(entry.type),
    classifier: or(entry.classifier)
  };
}
function inherit(lineage, resolve) {
  const found = /* @__PURE__ */ new Map();
  for (const [index, pom] of lineage.poms.entries()) {
    for (const dependency of lastOfEach(pom.dependencies, resolve)) {
      const resolved = resolveEntry(dependency, resolve);
      setIfAbsent(found, managementKey(resolved), { dependency: resolved, isOwn: index === 0 });
    }
  }
  return [...found.values()];
}
function lastOfEach(entries, resolve) {
  const isImport = (entry) => entry.scope === "import";
  const last = new Map(
    entries.filter((one) => !isImport(one)).map((one) => [managementKey(resolveEntry(one, resolve)), one])
  );
  return [...last.values(), ...entries.filter(isImport)];
}
function setIfAbsent(map, key, value) {
  if (!map.has(key)) map.set(key, value);
}
function propertyOf(name, { poms }) {
  const [, field] = /^(?:project|pom)\.(.+)$/.exec(name) ?? [];
  const own = poms[0];
  if (field !== void 0) return projectField(field, own);
  for (const { properties } of poms) {
    const value = properties.get(name);
    if (value !== void 0) return value;
  }
  return /^(?:groupId|artifactId|version)$/.test(name) ? projectField(name, own) : void 0;
}
function projectField(field, { groupId, artifactId, version, parent }) {
  switch (field) {
    case "groupId":
      return groupId ?? parent?.groupId;
    case "artifactId":
      return artifactId;
    case "version":
      return version ?? parent?.version;
    case "parent.groupId":
      return parent?.groupId;
    case "parent.artifactId":
      return parent?.artifactId;
    case "parent.version":
      return parent?.version;
    default:
      return void 0;
  }
}

// scanners/dependencies/lockfiles/maven/pom-model.ts
function readPom(project, path) {
  const parts = [project, ...defaultProfiles(project)];
  return {
    path,
    groupId: childText(project, "groupId"),
    artifactId: childText(project, "artifactId"),
    version: childText(project, "version"),
    parent: readParent(childOf(project, "parent")),
    properties: new Map(parts.flatMap(readProperties)),
    dependencies: parts.flatMap((part) => readDependencies2(childOf(part, "dependencies"))),
    managed: parts.flatMap(
      (part) => readDependencies2(childOf(childOf(part, "dependencyManagement"), "dependencies"))
    ),
    modules: parts.flatMap(
      (part) => childrenOf(childOf(part, "modules"), "module").map((module) => module.text)
    ),
    repositories: parts.flatMap((part) => readRepositories(childOf(part, "repositories")))
  };
}
function defaultProfiles(project) {
  return childrenOf(childOf(project, "profiles"), "profile").filter(
    (profile) => childText(childOf(profile, "activation"), "activeByDefault") === "true"
  );
}
function readProperties(part) {
  const properties = childOf(part, "properties")?.children ?? [];
  return properties.filter((property) => property.isWhole).map(({ name, text }) => [name, text]);
}
function readParent(parent) {
  if (!parent) return void 0;
  const written = childOf(parent, "relativePath");
  return {
    groupId: childText(parent, "groupId") ?? "",
    artifactId: childText(parent, "artifactId") ?? "",
    version: childText(parent, "version") ?? "",
    relativePath: written ? written.text || void 0 : "../pom.xml",
    line: parent.line,
    endLine: parent.endLine
  };
}
function readRepositories(list) {
  return childrenOf(list, "repository").filter((repository) => repository.isWhole).map((repository) => ({
    id: childText(repository, "id") ?? "",
    url: childText(repository, "url") ?? "",
    line: repository.line,
    endLine: repository.endLine
  }));
}
function readDependencies2(list) {
  return childrenOf(list, "dependency").filter((dependency) => dependency.isWhole).map((dependency) => ({
    groupId: childText(dependency, "groupId") ?? "",
    artifactId: childText(dependency, "artifactId") ?? "",
    version: childText(dependency, "version"),
    type: childText(dependency, "type") ?? "jar",
    classifier: childText(dependency, "classifier") ?? "",
    scope: childText(dependency, "scope"),
    optional: childText(dependency, "optional"),
    systemPath: childText(dependency, "systemPath"),
    line: dependency.line,
    endLine: dependency.endLine
  }));
}

// scanners/dependencies/lockfiles/maven/tree-path.ts
function resolvePath(from, relative) {
  if (relative.startsWith("/") || relative.includes("\\") || relative.includes("\0")) return void 0;
  const parts = from.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return void 0;
  }
  return parts.join("/");
}

// scanners/dependencies/lockfiles/maven/pom-tree.ts
var MAX_PARENTS = 32;
var MAX_MODULES = 2e3;
var PomTree = class {
  #siblings;
  #poms = /* @__PURE__ */ new Map();
  #modules = /* @__PURE__ */ new Map();
  constructor(siblings) {
    this.#siblings = siblings;
  }
  async lineageOf(pom) {
    const poms = [pom];
    for (let last = pom; last.parent; ) {
      const parent = poms.length < MAX_PARENTS ? await this.#parentOf(last, last.parent) : void 0;
      if (!parent || poms.some(({ path }) => path === parent.path)) return { poms, missing: last.parent };
      poms.push(parent);
      last = parent;
    }
    return { poms, missing: void 0 };
  }
  /** The module of that name and version, wherever the lineage's topmost POM lists it. */
  async findModule(lineage, groupId, artifactId) {
    const top = lineage.poms.at(-1);
    let modules = this.#modules.get(top.path);
    if (!modules) {
      modules = this.#collectModules(top);
      this.#modules.set(top.path, modules);
    }
    return (await modules).get(`${groupId}:${artifactId}`);
  }
  async #parentOf({ path }, parent) {
    if (parent.relativePath === void 0) return void 0;
    const pom = await this.#readFrom(path, parent.relativePath);
    if (!pom || pom.artifactId !== parent.artifactId) return void 0;
    const groupId = pom.groupId ?? pom.parent?.groupId;
    if (groupId !== parent.groupId && !groupId?.includes("${")) return void 0;
    const version = pom.version ?? pom.parent?.version ?? "";
    const isOpen = version.includes("${") || /[${[(]/.test(parent.version);
    return isOpen || version === parent.version ? pom : void 0;
  }
  async #collectModules(top) {
    const found = /* @__PURE__ */ new Map();
    const queue = [top];
    const seen = /* @__PURE__ */ new Set([top.path]);
    for (let at = 0; at < queue.length && at < MAX_MODULES; at++) {
      const pom = queue[at];
      found.set(moduleName(pom), pom);
      for (const module of pom.modules) {
        const child = await this.#readFrom(pom.path, module);
        if (child && !seen.has(child.path)) queue.push(child);
        if (child) seen.add(child.path);
      }
    }
    return found;
  }
  async #readFrom(path, relative) {
    const written = relative.endsWith(".xml") ? relative : `${relative}/pom.xml`;
    const target = resolvePath(path, written);
    if (target === void 0) return void 0;
    let pom = this.#poms.get(target);
    if (!pom) {
      pom = this.#read(target);
      this.#poms.set(target, pom);
    }
    return pom;
  }
  async #read(path) {
    const file = await this.#siblings.read(path);
    const root = file && readXmlTree(file.text).root;
    return root?.name === "project" ? readPom(root, path) : void 0;
  }
};
function moduleName({ groupId, parent, artifactId, properties }) {
  const group = groupId ?? parent?.groupId ?? "";
  return `${interpolate(group, (name) => properties.get(name)) ?? group}:${artifactId}`;
}
var trees = /* @__PURE__ */ new WeakMap();
function pomTreeOf(siblings) {
  let tree = trees.get(siblings);
  if (!tree) {
    tree = new PomTree(siblings);
    trees.set(siblings, tree);
  }
  return tree;
}

// scanners/dependencies/lockfiles/maven/version-range.ts
function parseRequirement2(text) {
  if (/^(?:LATEST|RELEASE)$/.test(text)) return { kind: "range", lowest: void 0 };
  if (!/^[[(]/.test(text)) return { kind: "version", version: text };
  const [, exact] = /^\[\s*([^,[\]()\s]+)\s*\]$/.exec(text) ?? [];
  if (exact !== void 0) return { kind: "version", version: exact };
  const [, lowest] = /^\[\s*([^,[\]()\s]+)\s*,/.exec(text) ?? [];
  return { kind: "range", lowest };
}

// scanners/dependencies/lockfiles/pom-xml.ts
var pomXml = {
  id: "pom.xml",
  ecosystems: ["Maven"],
  wants: (path) => path === "pom.xml" || path.endsWith("/pom.xml"),
  // Parents and modules may have another name.
  wantsBeside: (path) => /(?:^|\/)[^/]*pom[^/]*\.xml$/.test(path),
  parse: parsePomXml
};
async function parsePomXml(file, siblings) {
  const { root, builder } = openXml(file, "project");
  const pom = await buildEffectivePom(readPom(root, file.path), pomTreeOf(siblings));
  const registry = registryOf3(pom);
  for (const dependency of pom.dependencies) addDependency(builder, pom, dependency, registry);
  const registries = askedBy(pom);
  return { ...builder.content(), ...registries.length === 0 ? {} : { registries } };
}
function registryOf3({ lineage, resolve }) {
  const central = lineage.poms.flatMap(({ repositories }) => repositories).find(({ id }) => id === "central");
  const url = central && plainAddress(resolve(central.url));
  return url === void 0 ? DEFAULT_REGISTRY : { kind: "registry", url };
}
function askedBy({ lineage, resolve }) {
  const own = lineage.poms[0]?.repositories ?? [];
  return own.filter(({ id }) => id !== "central").map(({ url, line, endLine }) => ({ url: plainAddress(resolve(url)) ?? url, line, endLine }));
}
function addDependency(builder, pom, inherited, registry) {
  const { dependency } = inherited;
  const { line, endLine } = placeOf(pom, inherited);
  const name = `${dependency.groupId}:${dependency.artifactId}`;
  if (dependency.groupId === "" || dependency.artifactId === "") {
    builder.problem(line, "a dependency has no groupId or no artifactId");
    return;
  }
  if (name.includes("${")) {
    const message = `${quote(firstPlaceholder(name))} in ${quote(name)} is not set in the tree`;
    builder.problem(line, message, "LOCKFILE_UNRESOLVED");
    return;
  }
  const managed = pom.managed.get(managementKey(dependency));
  const { version, why } = versionOf2(pom, dependency.version ?? managed?.version);
  if (why !== void 0) builder.problem(line, `the version of ${quote(name)} ${why}`, "LOCKFILE_UNRESOLVED");
  const { systemPath } = dependency;
  const position = builder.add({
    ecosystem: "Maven",
    name,
    version,
    source: systemPath === void 0 ? registry : { kind: "path", path: systemPath },
    scope: scopeOf6(pom, dependency, managed),
    direct: true,
    line,
    endLine
  });
  builder.connectRoot(position);
}
function placeOf(pom, { dependency, isOwn }) {
  return isOwn ? dependency : pom.lineage.poms[0]?.parent ?? { line: 1, endLine: 1 };
}
function versionOf2(pom, written) {
  if (written === void 0) {
    const missing = pom.missing.slice(0, 5).join(", ");
    const where = missing === "" ? "" : `; ${quote(missing)} may, which is not in the tree`;
    return { version: "", why: `is not set here nor managed in the tree${where}` };
  }
  const resolved = pom.resolve(written);
  if (resolved === void 0) {
    return { version: "", why: `needs ${quote(firstPlaceholder(written))}, which is not set in the tree` };
  }
  const requirement = parseRequirement2(resolved);
  if (requirement.kind === "version") return { version: requirement.version };
  const { lowest } = requirement;
  if (lowest === void 0) return { version: "", why: `is a range, ${quote(resolved)}` };
  return { version: lowest, why: `is a range, ${quote(resolved)}: it is judged at its lowest` };
}
function scopeOf6(pom, own, managed) {
  const optional = own.optional ?? managed?.optional;
  const scope = pom.resolve(own.scope ?? managed?.scope ?? "compile");
  if (scope === "test") return "test";
  if (optional !== void 0 && pom.resolve(optional) === "true") return "optional";
  return scope === "provided" || scope === "system" ? "peer" : scope === void 0 ? "unknown" : "prod";
}

// scanners/dependencies/lockfiles/project-assets.ts
var projectAssets = {
  id: "project.assets.json",
  ecosystems: ["NuGet"],
  wants: (path) => /(?:^|\/)project\.assets\.json$/i.test(path),
  parse: parseProjectAssets
};
function parseProjectAssets(file) {
  const { root, builder } = openDocument(file, readJson(file.text));
  if (!(root.get("libraries")?.value instanceof Map)) {
    throw lockfileError(file.path, 1, 'it has no object "libraries"');
  }
  const { byKey } = addLibraries(builder, root, "prod");
  for (const [framework, group] of membersOf(root.get("projectFileDependencyGroups"))) {
    const asked = new Set(textsOf(group).map((text) => text.split(" ", 1)[0].toLowerCase()));
    connectAsked(builder, root, byKey, framework, asked);
  }
  builder.markDirect();
  return builder.content();
}
function connectAsked(builder, root, byKey, framework, asked) {
  for (const [name, target] of membersOf(root.get("targets"))) {
    if (framework !== "" && name !== framework && !name.startsWith(`${framework}/`)) continue;
    for (const [key] of membersOf(target)) {
      if (!asked.has(key.slice(0, key.lastIndexOf("/")).toLowerCase())) continue;
      builder.connectRoot(byKey.get(key.toLowerCase()));
    }
  }
}

// scanners/dependencies/lockfiles/pubspec-lock.ts
var pubspecLock = {
  id: "pubspec.lock",
  ecosystems: ["Pub"],
  wants: (path) => path === "pubspec.lock" || path.endsWith("/pubspec.lock"),
  parse: parsePubspecLock
};
function parsePubspecLock(file) {
  const { root, builder } = openDocument(file, readYaml(file.text));
  const packages = root.get("packages");
  const members = mapOf(packages);
  if (!members && packages?.value !== null) builder.problem(1, 'it has no mapping "packages"');
  for (const [key, node] of members ?? []) {
    if (isWhole(node)) addPackage9(builder, key, node);
  }
  return builder.content();
}
function addPackage9(builder, key, node) {
  const { line, endLine } = node;
  const description = memberOf(node, "description");
  const version = scalarText(memberOf(node, "version"));
  if (version === "") builder.problem(line, `${quote(key)} has no version`);
  const source = sourceOf17(textOf(node, "source"), description);
  const isHosted = source.kind === "registry";
  builder.add({
    ecosystem: "Pub",
    name: (isHosted ? textOf(description, "name") : void 0) ?? key,
    version,
    source,
    ...usageOf(textOf(node, "dependency")),
    line,
    endLine,
    ...isHosted ? { integrity: textOf(description, "sha256") !== void 0 } : {}
  });
}
function scalarText(node) {
  const value = node?.value;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
function usageOf(dependency) {
  if (dependency === "transitive") return { direct: false, scope: "unknown" };
  if (dependency === "direct dev") return { direct: true, scope: "dev" };
  const isDirect = dependency?.startsWith("direct") === true;
  return isDirect ? { direct: true, scope: "prod" } : { direct: null, scope: "unknown" };
}
function sourceOf17(source, description) {
  const url = textOf(description, "url");
  switch (source) {
    case "git":
      return { kind: "git", url: url ?? "", commit: textOf(description, "resolved-ref") ?? null };
    case "path":
      return { kind: "path", path: textOf(description, "path") ?? "" };
    case "sdk":
      return { kind: "path", path: `sdk:${String(description?.value ?? "")}` };
    default:
      return url === void 0 ? DEFAULT_REGISTRY : { kind: "registry", url };
  }
}

// scanners/dependencies/lockfiles/pylock-toml.ts
var pylockToml = {
  id: "pylock.toml",
  ecosystems: ["PyPI"],
  wants: (path) => /(?:^|\/)pylock(?:\.[^./]+)?\.toml$/.test(path),
  wantsBeside: wantsProjectFile,
  parse: parsePylock
};
async function parsePylock(file, siblings) {
  const document = readToml(file.text);
  const { root } = document;
  const locked = new LockedPackages(document);
  const version = textOf(root, "lock-version");
  if (version !== void 0 && !/^1(?:\.|$)/.test(version)) {
    locked.graph.problem(1, `lock-version ${version} is not known (1 is)`, "LOCKFILE_UNSUPPORTED");
  }
  const added = [];
  for (const node of tablesOf(root, "packages")) {
    const name = textOf(node, "name");
    const locks = textOf(node, "version");
    if (!isWhole(node)) continue;
    const source = sourceOf18(node);
    if (name === void 0) locked.graph.problem(node.line, "a package has no name");
    else if (locks !== void 0) {
      const integrity = source.kind === "registry" ? { integrity: hasHashes(node) } : {};
      added.push({ index: locked.add(node, name, locks, source, integrity), node });
    } else if (source.kind === "registry") locked.noVersion(node, name);
  }
  for (const { index, node } of added) {
    for (const dependency of elementsOf(memberOf(node, "dependencies"))) {
      const name = textOf(dependency, "name");
      if (name !== void 0) locked.connect(index, name, "prod", textOf(dependency, "version"));
    }
  }
  const edgesKnown = added.some(({ node }) => memberOf(node, "dependencies") !== void 0);
  return locked.contentWithProject(file, siblings, edgesKnown);
}
function hasHashes(node) {
  return [memberOf(node, "sdist"), ...elementsOf(memberOf(node, "wheels"))].some(
    (archive) => (mapOf(memberOf(archive, "hashes"))?.size ?? 0) > 0
  );
}
function sourceOf18(node) {
  const vcs = memberOf(node, "vcs");
  if (vcs) {
    const url = textOf(vcs, "url") ?? textOf(vcs, "path") ?? "";
    return { kind: "git", url, commit: textOf(vcs, "commit-id") ?? null };
  }
  const directory = memberOf(node, "directory");
  if (directory) return { kind: "path", path: textOf(directory, "path") ?? "" };
  const archive = memberOf(node, "archive");
  if (archive) {
    const url = textOf(archive, "url");
    return url === void 0 ? { kind: "path", path: textOf(archive, "path") ?? "" } : { kind: "url", url };
  }
  const index = textOf(node, "index");
  return index === void 0 ? DEFAULT_REGISTRY : { kind: "registry", url: index };
}

// scanners/dependencies/lockfiles/rebar-lock.ts
var rebarLock = {
  id: "rebar.lock",
  ecosystems: ["Hex"],
  wants: (path) => path === "rebar.lock" || path.endsWith("/rebar.lock"),
  parse: parseRebarLock
};
function parseRebarLock(file) {
  const { lineAt } = indexLines(file.text);
  const builder = new ContentBuilder();
  const [locks, attributes] = readTerms(file, builder, lineAt);
  const list = locks?.kind === "tuple" ? locks.items[1] : locks;
  if (list?.kind !== "list") throw lockfileError(file.path, 1, "expected a list of locked packages");
  const hashed = new Set(
    keywordItems(attributes, "pkg_hash").flatMap((pair) => termText(termItems(pair)[0]) ?? [])
  );
  for (const entry of list.items) {
    addEntry2(builder, entry, hashed, { line: lineAt(entry.start), endLine: lineAt(entry.end - 1) });
  }
  return builder.content();
}
function readTerms(file, builder, lineAt) {
  const reader = new TermReader(file.text, "erlang");
  const terms = [];
  try {
    while (!reader.isAtEnd() && terms.length < 2) {
      terms.push(reader.read());
      if (!reader.accept(".")) throw new TermSyntaxError('expected "."', reader.offset);
    }
  } catch (error) {
    if (!(error instanceof TermSyntaxError)) throw error;
    if (terms.length === 0) throw lockfileError(file.path, lineAt(error.offset), error.message);
    builder.problem(lineAt(error.offset), error.message);
  }
  return terms;
}
function addEntry2(builder, entry, hashed, place) {
  const [name, source, level] = termItems(entry);
  const app = termText(name);
  const [kind, ...parts] = termItems(source);
  if (entry.kind !== "tuple" || app === void 0 || kind === void 0) {
    builder.problem(place.line, "an entry is not {Name, Source, Level}");
    return;
  }
  const usage = { scope: "prod", direct: level?.kind === "number" ? level.text === "0" : null };
  const found = packageOf(app, termText(kind) ?? "", parts, hashed);
  if (!found) {
    builder.problem(place.line, `the source of ${quote(app)} is not understood`);
    return;
  }
  const position = builder.add({ ecosystem: "Hex", ...found, ...usage, ...place });
  if (usage.direct) builder.connectRoot(position);
}
function packageOf(app, kind, parts, hashed) {
  if (kind === "pkg") {
    const version = termText(parts[1]);
    const name = termText(parts[0]);
    if (name === void 0 || version === void 0) return void 0;
    return { name, version, ...hashed.size === 0 ? {} : { integrity: hashed.has(app) } };
  }
  if (!/^(?:git|git_subdir|hg|raw)$/.test(kind)) return void 0;
  const commit = termText(termItems(parts[1])[1]) ?? null;
  return { name: app, version: "", source: { kind: "git", url: termText(parts[0]) ?? "", commit } };
}

// scanners/dependencies/lockfiles/renv-lock.ts
var renvLock = {
  id: "renv.lock",
  ecosystems: ["CRAN", "Bioconductor"],
  wants: (path) => path === "renv.lock" || path.endsWith("/renv.lock"),
  parse: parseRenvLock
};
function parseRenvLock(file) {
  const { root, builder } = openDocument(file, readJson(file.text));
  const packages = root.get("Packages");
  if (packages && !mapOf(packages)) builder.problem(packages.line, '"Packages" is not an object');
  const places = /* @__PURE__ */ new Map();
  for (const [key, node] of membersOf(packages)) {
    if (isWhole(node)) places.set(textOf(node, "Package") ?? key, addPackage10(builder, key, node));
  }
  let hasEdges = false;
  for (const [key, node] of membersOf(packages)) {
    const from = places.get(textOf(node, "Package") ?? key);
    for (const name of from === void 0 ? [] : requirementsOf(node)) {
      hasEdges = true;
      builder.connect(from, places.get(name));
    }
  }
  if (hasEdges) builder.assumeRoots();
  return builder.content();
}
function addPackage10(builder, key, node) {
  const { line, endLine } = node;
  const name = textOf(node, "Package") ?? key;
  const version = textOf(node, "Version") ?? "";
  if (version === "") builder.problem(line, `${quote(name)} has no version`);
  const ecosystem = textOf(node, "Source") === "Bioconductor" ? "Bioconductor" : "CRAN";
  return builder.add({ ecosystem, name, version, source: sourceOf19(node), scope: "prod", line, endLine });
}
function sourceOf19(node) {
  const source = (textOf(node, "Source") ?? "").toLowerCase();
  if (source === "repository" || source === "cran" || source === "bioconductor") return DEFAULT_REGISTRY;
  const commit = textOf(node, "RemoteSha") ?? null;
  const url = textOf(node, "RemoteUrl");
  const owner = textOf(node, "RemoteUsername");
  if (owner !== void 0) {
    const host = textOf(node, "RemoteHost") ?? source;
    return { kind: "git", url: url ?? `${host}/${owner}/${textOf(node, "RemoteRepo") ?? ""}`, commit };
  }
  if (source.startsWith("git")) return { kind: "git", url: url ?? "", commit };
  return url === void 0 ? { kind: "path", path: "" } : { kind: "url", url };
}
function* requirementsOf(node) {
  for (const field of ["Requirements", "Depends", "Imports", "LinkingTo"]) {
    const written = memberOf(node, field);
    const texts = typeof written?.value === "string" ? written.value.split(",") : textsOf(written);
    for (const text of texts) {
      const [name] = /^[A-Za-z][A-Za-z0-9.]*/.exec(text.trim()) ?? [];
      if (name !== void 0) yield name;
    }
  }
}

// scanners/dependencies/lockfiles/python/logical-lines.ts
function logicalLines(text) {
  const found = [];
  let parts = [];
  let start = 0;
  let inVia = false;
  const lines = text.split(/\r\n|[\n\r]/);
  for (const [index, raw] of lines.entries()) {
    const comment = /^\s*#(.*)$/.exec(raw);
    if (comment) {
      inVia = readVia(comment[1], inVia, found.at(-1)?.via);
      if (parts.length === 0) continue;
    }
    const isContinued = !comment && raw.endsWith("\\") && index < lines.length - 1;
    if (parts.length === 0) start = index + 1;
    if (!comment) parts.push(isContinued ? raw.slice(0, -1) : raw);
    if (isContinued) continue;
    const joined = withoutComment(parts.join(" "));
    parts = [];
    if (joined === "") continue;
    inVia = false;
    found.push({ text: joined, line: start, endLine: index + 1, via: viaOf(raw) });
  }
  return found;
}
function withoutComment(text) {
  const comment = text.search(/(?:^|\s)#/);
  return (comment === -1 ? text : text.slice(0, comment)).trim();
}
function readVia(comment, inVia, via) {
  const named = /^\s*via\b\s*(.*)$/.exec(comment);
  if (named) {
    if (via && named[1] !== "") via.push(...split(named[1]));
    return true;
  }
  const more = inVia ? /^\s{3,}(\S.*)$/.exec(comment) : null;
  if (more && via) via.push(...split(more[1]));
  return more !== null;
}
function viaOf(raw) {
  const named = /\s#\s*via\s+(\S.*)$/.exec(raw);
  return named ? split(named[1]) : [];
}
function split(names) {
  return names.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

// scanners/dependencies/lockfiles/requirements-txt.ts
var requirementsTxt = {
  id: "requirements.txt",
  ecosystems: ["PyPI"],
  wants: isRequirementsPath,
  wantsBeside: (path) => /\.(?:txt|in|pip|requirements)$/.test(path),
  parse: parseRequirementsTxt
};
function isRequirementsPath(path) {
  return /(?:^|\/)(?:[^/]*requirements[^/]*|requirements\/[^/]+)\.txt$/i.test(path);
}
var MAX_INCLUDES = 50;
var OPTION2 = /^(--?[a-z][a-z-]*)(?:=|\s+)?(.*)$/i;
var OPTIONS = new Set(
  `-i --index-url --pypi-url --extra-index-url --no-index -f --find-links --no-binary --only-binary
  --prefer-binary --require-hashes --pre --trusted-host --use-feature --process-dependency-links --always-unzip
  -Z`.split(/\s+/)
);
async function parseRequirementsTxt(file, siblings) {
  const reading = new RequirementsReading(siblings);
  await reading.read(file, void 0);
  return reading.content();
}
var RequirementsReading = class {
  #graph = new Graph();
  #siblings;
  #found = [];
  #constraints = /* @__PURE__ */ new Map();
  #visited = /* @__PURE__ */ new Set();
  constructor(siblings) {
    this.#siblings = siblings;
  }
  /** `at` is the line of the file being judged that brings this file in. */
  async read(file, at, isConstraints = false) {
    this.#visited.add(file.path);
    for (const logical of logicalLines(file.text)) {
      const line = at ?? logical.line;
      const { text } = logical;
      if (text.startsWith("-")) await this.#option(text, line, file.path, isConstraints);
      else if (!isAddress(text)) {
        this.#requirement({ ...logical, line, endLine: at ?? logical.endLine }, isConstraints);
      }
    }
  }
  content() {
    const usesHashes = this.#found.some(({ hasHash }) => hasHash);
    const byName = /* @__PURE__ */ new Map();
    for (const { requirement, line, endLine, hasHash } of this.#found) {
      const name = normalName(requirement.name);
      const index = this.#graph.add({
        ecosystem: "PyPI",
        name: requirement.name,
        version: exactVersion(requirement) ?? this.#constraints.get(name) ?? namedVersion(requirement),
        source: DEFAULT_REGISTRY,
        line,
        endLine,
        ...usesHashes ? { integrity: hasHash } : {}
      });
      if (!byName.has(name)) byName.set(name, index);
    }
    const edgesKnown = this.#connect(byName);
    return this.#graph.content({ rootsKnown: edgesKnown && !this.#graph.hasOrphans(), edgesKnown });
  }
  #connect(byName) {
    for (const { requirement, via } of this.#found) {
      const to = byName.get(normalName(requirement.name));
      for (const dependent of via) {
        const from = byName.get(normalName(dependent.replace(/\[.*/, "")));
        if (from !== void 0) this.#graph.connect(from, to);
        else if (!/^(?:-c|--constraint)\b/.test(dependent)) this.#graph.connect(ROOT, to);
      }
    }
    return this.#found.some(({ via }) => via.length > 0);
  }
  async #option(text, line, from, isConstraints) {
    const [, name = "", value = ""] = OPTION2.exec(text) ?? [];
    const short = /^-[rc](?=\S)(.*)$/.exec(text);
    if (name === "-r" || name === "--requirement") await this.#include(value, line, from, isConstraints);
    else if (name === "-c" || name === "--constraint") await this.#include(value, line, from, true);
    else if (short && !name.startsWith("--"))
      await this.#include(short[1], line, from, isConstraints || text[1] === "c");
    else if (name !== "-e" && name !== "--editable" && !OPTIONS.has(name)) {
      this.#graph.problem(line, `the option ${quote5(text)} is not known`);
    }
  }
  async #include(value, line, from, isConstraints) {
    const target = value.trim().replace(/^(["'])(.*)\1$/, "$2");
    if (/^[a-z]+:\/\//i.test(target)) {
      this.#graph.problem(line, `${quote5(target)} is on the network and was not read`, "LOCKFILE_UNRESOLVED");
      return;
    }
    const path = resolvePath2(from, target);
    if (this.#visited.has(path) || !isConstraints && isRequirementsPath(path)) return;
    if (this.#visited.size > MAX_INCLUDES) {
      this.#graph.problem(line, `more than ${MAX_INCLUDES} files are brought in`, "LIMIT_EXCEEDED");
      return;
    }
    const file = await this.#siblings.read(path);
    if (file) await this.read(file, line, isConstraints);
    else this.#graph.problem(line, `${quote5(target)} is not there`, "LOCKFILE_UNRESOLVED");
  }
  #requirement(logical, isConstraints) {
    const options = logical.text.search(/\s--?[a-z]/i);
    const text = options === -1 ? logical.text : logical.text.slice(0, options);
    const requirement = parseRequirement(text);
    if (!requirement) {
      this.#graph.problem(logical.line, `${quote5(text)} is no requirement`);
      return;
    }
    if (requirement.url !== void 0) return;
    if (/\$\{\w+\}/.test(text)) {
      this.#graph.problem(
        logical.line,
        `${quote5(text)} needs a variable of the environment`,
        "LOCKFILE_UNRESOLVED"
      );
    }
    const hasHash = options !== -1 && logical.text.includes("--hash", options);
    const exact = exactVersion(requirement);
    if (!isConstraints) this.#found.push({ ...logical, requirement, hasHash });
    else if (exact !== void 0) this.#constraints.set(normalName(requirement.name), exact);
  }
};
function namedVersion({ clauses }) {
  const [only, ...others] = clauses;
  if (!only || others.length > 0 || only.version.includes("*")) return "";
  return [">=", "<=", "~="].includes(only.operator) ? only.version : "";
}
function isAddress(text) {
  const [word = ""] = text.split(/[\s;]/);
  return /^[a-z][a-z0-9+.-]*:/i.test(word) || /^[./~]|[\\/]/.test(word) || /\.(?:whl|zip|tar\.gz|tar\.bz2|tgz|egg)$/i.test(word);
}
function resolvePath2(from, target) {
  const parts = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === ".." && parts.length > 0) parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return (from.startsWith("/") ? "/" : "") + parts.filter((part, index) => part !== "" || index > 0).join("/");
}
function quote5(text) {
  return JSON.stringify(text.slice(0, 200));
}

// scanners/dependencies/lockfiles/sbom/nodes.ts
function nodeOf({ line, endLine }, value) {
  return { line, endLine, value };
}
function mapNode(place, members) {
  const map = /* @__PURE__ */ new Map();
  for (const [key, member] of Object.entries(members)) if (member) map.set(key, member);
  return nodeOf(place, map);
}
function placeOf2({ line, endLine, isWhole: isWhole2 }) {
  return { line, endLine: isWhole2 ? endLine : 0 };
}
function isXml(text) {
  return text.trimStart().startsWith("<");
}
function readXmlDocument(text, toNode2) {
  const { root, broken: broken2 } = readXmlTree(text);
  return {
    root: root && toNode2(root),
    problems: broken2 ? [{ code: "LOCKFILE_INVALID", message: broken2.message, line: broken2.line }] : []
  };
}

// scanners/dependencies/lockfiles/sbom/cyclonedx-xml.ts
function readCyclonedxXml(text) {
  return readXmlDocument(text, bomNode);
}
var NAMESPACE = /^https?:\/\/cyclonedx\.org\/schema\/bom\/([\d.]+)$/;
function bomNode(root) {
  const namespace = [...root.attributes.values()].map((value) => NAMESPACE.exec(value)?.[1]);
  const specVersion = namespace.find((version) => version !== void 0);
  const project = childOf(childOf(root, "metadata"), "component");
  return mapNode(placeOf2(root), {
    bomFormat: root.name === "bom" ? nodeOf(root, "CycloneDX") : void 0,
    specVersion: specVersion === void 0 ? void 0 : nodeOf(root, specVersion),
    metadata: project && mapNode(placeOf2(project), { component: componentNode(project) }),
    components: componentsNode(root),
    dependencies: listNode(root, "dependencies", "dependency", dependencyNode)
  });
}
function componentsNode(holder) {
  return listNode(holder, "components", "component", componentNode);
}
function listNode(holder, list, item, toNode2) {
  const element = childOf(holder, list);
  return element && nodeOf(placeOf2(element), childrenOf(element, item).map(toNode2));
}
function componentNode(component) {
  return mapNode(placeOf2(component), {
    "bom-ref": attributeNode(component, "bom-ref"),
    name: textNode(component, "name"),
    version: textNode(component, "version"),
    purl: textNode(component, "purl"),
    cpe: textNode(component, "cpe"),
    scope: textNode(component, "scope"),
    licenses: licencesNode(childOf(component, "licenses")),
    components: componentsNode(component)
  });
}
function licencesNode(licences) {
  if (!licences) return void 0;
  const named = childrenOf(licences, "license").map(
    (licence) => mapNode(licence, {
      license: mapNode(licence, { id: textNode(licence, "id"), name: textNode(licence, "name") })
    })
  );
  const expression = textNode(licences, "expression");
  return nodeOf(placeOf2(licences), expression ? [mapNode(licences, { expression })] : named);
}
function dependencyNode(dependency) {
  const references = childrenOf(dependency, "dependency").map((one) => attributeNode(one, "ref"));
  return mapNode(placeOf2(dependency), {
    ref: attributeNode(dependency, "ref"),
    dependsOn: nodeOf(
      dependency,
      references.filter((reference) => reference !== void 0)
    )
  });
}
function attributeNode(element, name) {
  const value = element.attributes.get(name);
  return value === void 0 ? void 0 : nodeOf(element, value);
}
function textNode(element, name) {
  const child = childOf(element, name);
  return child?.isWhole && child.text !== "" ? nodeOf(child, child.text) : void 0;
}

// scanners/dependencies/lockfiles/sbom/purl-package.ts
var import_packageurl_js = __toESM(require_packageurl_js(), 1);

// scanners/dependencies/purl-types.json
var purl_types_default = {
  AlmaLinux: "rpm",
  Alpine: "apk",
  CRAN: "cran",
  Chainguard: "apk",
  CocoaPods: "cocoapods",
  ConanCenter: "conan",
  Debian: "deb",
  "GitHub Actions": "github",
  Go: "golang",
  Hackage: "hackage",
  Hex: "hex",
  Julia: "julia",
  Maven: "maven",
  NuGet: "nuget",
  Packagist: "composer",
  Pub: "pub",
  PyPI: "pypi",
  "Red Hat": "rpm",
  "Rocky Linux": "rpm",
  RubyGems: "gem",
  SUSE: "rpm",
  SwiftURL: "swift",
  Ubuntu: "deb",
  Wolfi: "apk",
  "crates.io": "cargo",
  npm: "npm",
  openSUSE: "rpm"
};

// scanners/dependencies/lockfiles/sbom/purl-package.ts
var DISTRIBUTIONS = /* @__PURE__ */ new Map([
  ["deb/debian", "Debian"],
  ["deb/ubuntu", "Ubuntu"],
  ["apk/alpine", "Alpine"],
  ["apk/wolfi", "Wolfi"],
  ["apk/chainguard", "Chainguard"],
  ["rpm/redhat", "Red Hat"],
  ["rpm/rocky", "Rocky Linux"],
  ["rpm/rocky-linux", "Rocky Linux"],
  ["rpm/almalinux", "AlmaLinux"],
  ["rpm/opensuse", "openSUSE"],
  ["rpm/suse", "SUSE"],
  ["rpm/sles", "SUSE"]
]);
var ECOSYSTEMS = new Map([
  ...Object.entries(purl_types_default).filter(([, type]) => !["deb", "apk", "rpm"].includes(type)).map(([ecosystem, type]) => [type, ecosystem]),
  ["githubactions", "GitHub Actions"]
]);
function packageOfPurl(text) {
  const purl = parse(text);
  if (!purl) return void 0;
  const { type, namespace, name } = purl;
  const version = purl.version ?? "";
  const distribution = DISTRIBUTIONS.get(`${type}/${namespace?.toLowerCase() ?? ""}`);
  if (distribution !== void 0) return distributionPackage(distribution, name, version, purl.qualifiers);
  const ecosystem = ECOSYSTEMS.get(type) ?? "";
  if (ecosystem === "") return { ecosystem, name, version };
  return {
    ecosystem,
    name: nameOf(type, namespace, name),
    version: type === "golang" ? bare(version) : version
  };
}
function parse(text) {
  if (text.length > 4e3 || !text.startsWith("pkg:")) return void 0;
  return parseStrictly(text) ?? parseWithVersionApart(text);
}
function parseStrictly(text) {
  try {
    const { type, namespace, name, version, qualifiers } = import_packageurl_js.PackageURL.fromString(text);
    if (!type || !name) return void 0;
    return {
      type,
      name,
      namespace: namespace ?? void 0,
      version: version ?? void 0,
      qualifiers: { ...qualifiers }
    };
  } catch {
    return void 0;
  }
}
function parseWithVersionApart(text) {
  const found = /^([^?#]*[^/?#])@([^/@?#]+)/.exec(text);
  if (!found) return void 0;
  const purl = parseStrictly(found[1] + text.slice(found[0].length));
  return purl && { ...purl, version: decode(found[2]) };
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function nameOf(type, namespace, name) {
  if (!namespace || type === "conan" || type === "julia") return name;
  return `${namespace}${type === "maven" ? ":" : "/"}${name}`;
}
function bare(version) {
  return version.replace(/^v/, "");
}
function distributionPackage(ecosystem, name, version, qualifiers) {
  const upstream = typeof qualifiers["upstream"] === "string" ? qualifiers["upstream"].split("@")[0] : "";
  const distro = typeof qualifiers["distro"] === "string" ? qualifiers["distro"] : "";
  const release = /(\d+(?:\.\d+)*)/.exec(distro)?.[1];
  const suffix = release === void 0 ? void 0 : releaseSuffix(ecosystem, release);
  return {
    ecosystem: suffix === void 0 ? ecosystem : `${ecosystem}:${suffix}`,
    name: upstream === "" ? name : upstream,
    version
  };
}
function releaseSuffix(ecosystem, release) {
  const [major = "", minor] = release.split(".");
  if (ecosystem === "Debian" || ecosystem === "Rocky Linux" || ecosystem === "AlmaLinux") return major;
  if (ecosystem === "Alpine") return minor === void 0 ? void 0 : `v${major}.${minor}`;
  if (ecosystem === "Ubuntu") return Number(major) % 2 === 0 && minor === "04" ? `${release}:LTS` : release;
  return void 0;
}

// scanners/dependencies/lockfiles/sbom/listed-package.ts
function addListed(graph, node, listed) {
  const { purl, cpeName, version, scope, licence } = listed;
  const named = purl === void 0 ? namedByCpe(cpeName) : packageOfPurl(purl);
  if (named === void 0) {
    if (purl !== void 0)
      graph.problem(node.line, `${JSON.stringify(purl.slice(0, 200))} is no package URL`);
    return void 0;
  }
  return graph.add({
    ...named,
    version: named.version || (version ?? ""),
    source: DEFAULT_REGISTRY,
    line: node.line,
    endLine: node.endLine,
    ...scope === void 0 ? {} : { scope },
    ...licence === void 0 ? {} : { licence }
  });
}
function namedByCpe(name) {
  return name === void 0 ? void 0 : { ecosystem: "", name, version: "" };
}

// scanners/dependencies/lockfiles/sbom/cyclonedx.ts
var cyclonedx = {
  id: "cyclonedx",
  ecosystems: [],
  wants: (path) => /(?:^|\/)(?:bom\.(?:json|xml)|[^/]+\.cdx\.(?:json|xml))$/i.test(path),
  parse: parseCyclonedx
};
function parseCyclonedx(file) {
  const { root, problems } = isXml(file.text) ? readCyclonedxXml(file.text) : readJson(file.text);
  const graph = new Graph();
  graph.problems(problems);
  const version = textOf(root, "specVersion");
  if (textOf(root, "bomFormat") !== "CycloneDX") graph.problem(1, 'bomFormat is not "CycloneDX"');
  else if (version !== void 0 && !/^1\.[2-7]$/.test(version)) {
    const { line } = memberOf(root, "specVersion");
    graph.problem(
      line,
      `specVersion ${version.slice(0, 50)} is not known (1.2 to 1.7 are)`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const byReference = /* @__PURE__ */ new Map();
  const project = textOf(memberOf(memberOf(root, "metadata"), "component"), "bom-ref");
  if (project !== void 0) byReference.set(project, ROOT);
  addComponents(graph, byReference, root);
  const dependencies = elementsOf(memberOf(root, "dependencies"));
  for (const dependency of dependencies) connect2(graph, byReference, dependency);
  const rootsKnown = dependencies.some(
    (one) => textOf(one, "ref") === project && elementsOf(memberOf(one, "dependsOn")).length > 0
  );
  return graph.content({
    rootsKnown: project !== void 0 && rootsKnown,
    edgesKnown: dependencies.length > 0
  });
}
function addComponents(graph, byReference, holder) {
  for (const component of elementsOf(memberOf(holder, "components"))) {
    if (isWhole(component)) addComponent(graph, byReference, component);
    addComponents(graph, byReference, component);
  }
}
function addComponent(graph, byReference, component) {
  const index = addListed(graph, component, {
    purl: textOf(component, "purl"),
    cpeName: textOf(component, "cpe") === void 0 ? void 0 : textOf(component, "name"),
    version: textOf(component, "version"),
    scope: scopeOf7(textOf(component, "scope")),
    licence: licenceOf(component)
  });
  const reference = textOf(component, "bom-ref");
  if (index !== void 0 && reference !== void 0) byReference.set(reference, index);
}
function scopeOf7(scope) {
  if (scope === "required") return "prod";
  return scope === "optional" ? "optional" : scope === "excluded" ? "build" : void 0;
}
function licenceOf(component) {
  const licences = elementsOf(memberOf(component, "licenses")).map((entry) => {
    const licence = memberOf(entry, "license");
    return textOf(entry, "expression") ?? textOf(licence, "id") ?? textOf(licence, "name");
  });
  const told = licences.filter((licence) => licence !== void 0);
  return told.length === 0 ? void 0 : told.join(" AND ");
}
function connect2(graph, byReference, dependency) {
  const from = byReference.get(textOf(dependency, "ref") ?? "");
  if (from === void 0) return;
  for (const reference of textsOf(memberOf(dependency, "dependsOn"))) {
    const to = byReference.get(reference);
    if (to !== void 0 && to !== ROOT) graph.connect(from, to);
  }
}

// scanners/dependencies/lockfiles/sbom/spdx-rdf.ts
function readSpdxRdf(text) {
  return readXmlDocument(text, (root) => {
    const document = childOf(root, "SpdxDocument");
    const found = { packages: [], relationships: [] };
    collect(root, void 0, found);
    return mapNode(placeOf2(root), {
      spdxVersion: document && textNode2(document, "specVersion"),
      packages: nodeOf(root, found.packages),
      relationships: nodeOf(root, found.relationships)
    });
  });
}
function collect(element, subject, found) {
  const about = lastPart(element.attributes.get("about"));
  if (element.name === "Package") found.packages.push(packageNode(element, about));
  if (element.name === "Relationship") addRelationship(element, subject, found);
  for (const child of element.children) collect(child, about ?? subject, found);
}
function addRelationship(element, subject, found) {
  const type = childOf(element, "relationshipType")?.attributes.get("resource")?.split("relationshipType_")[1];
  const related = childOf(element, "relatedSpdxElement");
  const other = lastPart(related?.attributes.get("resource") ?? related?.children[0]?.attributes.get("about"));
  if (type === void 0 || subject === void 0 || other === void 0) return;
  found.relationships.push(
    mapNode(element, {
      spdxElementId: nodeOf(element, subject),
      // dependsOn → DEPENDS_ON
      relationshipType: nodeOf(element, type.replace(/[A-Z]/g, "_$&").toUpperCase()),
      relatedSpdxElement: nodeOf(element, other)
    })
  );
}
function packageNode(element, id) {
  const references = childrenOf(element, "externalRef").flatMap(({ children }) => children);
  return mapNode(placeOf2(element), {
    SPDXID: id === void 0 ? void 0 : nodeOf(element, id),
    name: textNode2(element, "name"),
    versionInfo: textNode2(element, "versionInfo"),
    licenseConcluded: licenceNode(element, "licenseConcluded"),
    licenseDeclared: licenceNode(element, "licenseDeclared"),
    externalRefs: nodeOf(element, references.map(referenceNode))
  });
}
function referenceNode(reference) {
  const type = lastPart(childOf(reference, "referenceType")?.attributes.get("resource"));
  return mapNode(reference, {
    referenceType: type === void 0 ? void 0 : nodeOf(reference, type),
    referenceLocator: textNode2(reference, "referenceLocator")
  });
}
function licenceNode(element, name) {
  const listed = /\/licenses\/([^/#]+)$/.exec(childOf(element, name)?.attributes.get("resource") ?? "")?.[1];
  return listed === void 0 ? void 0 : nodeOf(element, listed);
}
function lastPart(address) {
  return address?.split(/[#/]/).at(-1);
}
function textNode2(element, name) {
  const text = childText(element, name);
  return text === void 0 ? void 0 : nodeOf(element, text);
}

// scanners/dependencies/lockfiles/sbom/spdx-tag-value.ts
function isTagValue(text) {
  return /^SPDXVersion:/m.test(text.slice(0, 4096));
}
function readSpdxTagValue(text) {
  const reading = new TagValueReading();
  for (const tag of tagsOf(text)) reading.add(tag);
  return { root: reading.root(), problems: [] };
}
function* tagsOf(text) {
  let isInText = false;
  for (const { text: line, number } of eachLine(text)) {
    if (isInText) {
      isInText = !line.includes("</text>");
      continue;
    }
    const [, name, value = ""] = /^([A-Za-z]+):(.*)$/.exec(line) ?? [];
    if (name === void 0) continue;
    isInText = value.includes("<text>") && !value.includes("</text>");
    yield { name, value: value.trim(), line: number };
  }
}
var MEMBERS = /* @__PURE__ */ new Map([
  ["PackageName", "name"],
  ["SPDXID", "SPDXID"],
  ["PackageVersion", "versionInfo"],
  ["PackageLicenseConcluded", "licenseConcluded"],
  ["PackageLicenseDeclared", "licenseDeclared"]
]);
var OTHER_SECTIONS = /* @__PURE__ */ new Set(["FileName", "SnippetSPDXID", "LicenseID", "Reviewer"]);
var TagValueReading = class {
  #packages = [];
  #relationships = [];
  #version;
  #open;
  add({ name, value, line }) {
    const place = { line, endLine: line };
    if (name === "SPDXVersion") this.#version = nodeOf(place, value);
    else if (name === "Relationship") this.#relate(value, place);
    else if (OTHER_SECTIONS.has(name)) this.#close();
    else if (name === "PackageName") {
      this.#close();
      this.#open = { members: {}, references: [], place };
    }
    if (!this.#open || name === "Relationship") return;
    this.#open.place = { line: this.#open.place.line, endLine: line };
    const member = MEMBERS.get(name);
    if (member !== void 0) this.#open.members[member] = nodeOf(place, value);
    else if (name === "ExternalRef") this.#refer(value, place);
  }
  root() {
    this.#close();
    const place = { line: 1, endLine: 1 };
    return mapNode(place, {
      spdxVersion: this.#version,
      packages: nodeOf(place, this.#packages),
      relationships: nodeOf(place, this.#relationships)
    });
  }
  #close() {
    if (!this.#open) return;
    const { members, references, place } = this.#open;
    this.#packages.push(mapNode(place, { ...members, externalRefs: nodeOf(place, references) }));
    this.#open = void 0;
  }
  /** `CATEGORY type locator` */
  #refer(value, place) {
    const [, type, locator] = value.split(/\s+/);
    if (type === void 0 || locator === void 0) return;
    this.#open.references.push(
      mapNode(place, { referenceType: nodeOf(place, type), referenceLocator: nodeOf(place, locator) })
    );
  }
  /** `A TYPE B` */
  #relate(value, place) {
    const [one, type, other] = value.split(/\s+/);
    if (one === void 0 || type === void 0 || other === void 0) return;
    this.#relationships.push(
      mapNode(place, {
        spdxElementId: nodeOf(place, one),
        relationshipType: nodeOf(place, type),
        relatedSpdxElement: nodeOf(place, other)
      })
    );
  }
};

// scanners/dependencies/lockfiles/sbom/spdx-document.ts
var spdxDocument = {
  id: "spdx",
  ecosystems: [],
  wants: (path) => /\.spdx(?:\.(?:json|ya?ml|rdf))?$/i.test(path),
  parse: parseSpdx
};
var DOCUMENT = "SPDXRef-DOCUMENT";
var BACKWARDS = /* @__PURE__ */ new Map([
  ["DEPENDENCY_OF", "prod"],
  ["RUNTIME_DEPENDENCY_OF", "prod"],
  ["OPTIONAL_DEPENDENCY_OF", "optional"],
  ["PROVIDED_DEPENDENCY_OF", "optional"],
  ["DEV_DEPENDENCY_OF", "dev"],
  ["TEST_DEPENDENCY_OF", "test"],
  ["BUILD_DEPENDENCY_OF", "build"]
]);
function parseSpdx(file) {
  const { root, problems } = readDocument(file.text);
  const graph = new Graph();
  graph.problems(problems);
  const version = textOf(root, "spdxVersion");
  if (version === void 0) graph.problem(1, "it has no spdxVersion");
  else if (!/^SPDX-2\.[0-3]$/.test(version)) {
    const { line } = memberOf(root, "spdxVersion");
    graph.problem(line, `${version.slice(0, 50)} is not known (SPDX-2.0 to 2.3 are)`, "LOCKFILE_UNSUPPORTED");
  }
  const byId = /* @__PURE__ */ new Map();
  for (const node of elementsOf(memberOf(root, "packages"))) if (isWhole(node)) addPackage11(graph, byId, node);
  const relationships = new Relationships(graph, byId);
  for (const id of textsOf(memberOf(root, "documentDescribes"))) relationships.describe(id);
  for (const relationship of elementsOf(memberOf(root, "relationships"))) relationships.read(relationship);
  return relationships.content();
}
function readDocument(text) {
  if (/^\s*\{/.test(text)) return readJson(text);
  if (isXml(text)) return readSpdxRdf(text);
  return isTagValue(text) ? readSpdxTagValue(text) : readYaml(text);
}
var Relationships = class {
  #graph;
  #byId;
  #described = /* @__PURE__ */ new Set();
  #edges = [];
  constructor(graph, byId) {
    this.#graph = graph;
    this.#byId = byId;
  }
  describe(id) {
    this.#described.add(id);
  }
  read(relationship) {
    const type = textOf(relationship, "relationshipType")?.toUpperCase();
    const one = textOf(relationship, "spdxElementId");
    const other = textOf(relationship, "relatedSpdxElement");
    if (type === void 0 || one === void 0 || other === void 0) return;
    const backwards = BACKWARDS.get(type);
    if (type === "DESCRIBES" && one === DOCUMENT) this.describe(other);
    else if (type === "DESCRIBED_BY" && other === DOCUMENT) this.describe(one);
    else if (type === "DEPENDS_ON") this.#edges.push({ from: one, to: other, scope: "prod" });
    else if (backwards) this.#edges.push({ from: other, to: one, scope: backwards });
  }
  content() {
    for (const id of this.#described) this.#connect(ROOT, id, "prod");
    const [subject] = this.#described;
    for (const { from, to, scope } of this.#edges) {
      if (this.#described.size === 1 && from === subject) this.#connect(ROOT, to, scope);
      const index = this.#byId.get(from);
      if (index !== void 0) this.#connect(index, to, scope);
    }
    const edgesKnown = this.#edges.length > 0;
    return this.#graph.content({ rootsKnown: edgesKnown && this.#described.size > 0, edgesKnown });
  }
  #connect(from, id, scope) {
    const to = this.#byId.get(id);
    if (to !== void 0) this.#graph.connect(from, to, scope);
  }
};
function addPackage11(graph, byId, node) {
  const licences = [textOf(node, "licenseConcluded"), textOf(node, "licenseDeclared")];
  const index = addListed(graph, node, {
    purl: referenceOf(node, /^purl$/),
    cpeName: referenceOf(node, /^cpe2[23]Type$/),
    version: textOf(node, "versionInfo"),
    licence: licences.find((one) => one !== void 0 && one !== "NOASSERTION" && one !== "NONE")
  });
  const id = textOf(node, "SPDXID");
  if (index !== void 0 && id !== void 0) byId.set(id, index);
}
function referenceOf(node, type) {
  const reference = elementsOf(memberOf(node, "externalRefs")).find(
    (one) => type.test(textOf(one, "referenceType")?.split("/").at(-1) ?? "")
  );
  return textOf(reference, "referenceLocator");
}

// scanners/dependencies/lockfiles/sbt-lock.ts
var sbtLock = {
  id: "build.sbt.lock",
  ecosystems: ["Maven"],
  wants: (path) => /(?:^|\/)[^/]*\.sbt\.lock$/.test(path),
  parse: parseSbtLock
};
function parseSbtLock(file) {
  const { root, builder } = openDocument(file, readJson(file.text));
  const dependencies = root.get("dependencies");
  if (!Array.isArray(dependencies?.value)) throw lockfileError(file.path, 1, 'it has no list "dependencies"');
  const version = root.get("lockVersion");
  if (version?.value !== 1) {
    builder.problem(version?.line ?? 1, "its lockVersion is not known (1 is)", "LOCKFILE_UNSUPPORTED");
  }
  for (const node of elementsOf(dependencies)) {
    if (isWhole(node)) addModule(builder, node);
  }
  return builder.content();
}
function addModule(builder, node) {
  const { line, endLine } = node;
  const organisation = textOf(node, "org");
  const module = textOf(node, "name");
  const version = textOf(node, "version");
  if (!organisation || !module || !version) {
    builder.problem(line, `${quote(`${organisation}:${module}`)} has no org, name or version`);
    return;
  }
  const name = `${organisation}:${module}`;
  const scope = scopeOf8(textsOf(memberOf(node, "configurations")));
  const artifacts = elementsOf(memberOf(node, "artifacts"));
  const integrity = artifacts.every((artifact) => (textOf(artifact, "hash") ?? "") !== "");
  builder.add({ ecosystem: "Maven", name, version, scope, integrity, line, endLine });
}
function scopeOf8(configurations) {
  const has = (...names) => configurations.some((name) => names.includes(name));
  if (has("compile", "runtime", "default")) return "prod";
  if (has("optional")) return "optional";
  if (has("provided")) return "peer";
  return has("test", "it") ? "test" : "unknown";
}

// scanners/dependencies/lockfiles/stack-lock.ts
var stackLock = {
  id: "stack.yaml.lock",
  ecosystems: ["Hackage"],
  wants: (path) => /(?:^|\/)stack(?:[^/]*)\.ya?ml\.lock$/.test(path),
  parse: parseStackLock
};
function parseStackLock(file) {
  const { root, builder } = openDocument(file, readYaml(file.text));
  const packages = root.get("packages");
  if (packages && packages.value !== null && !Array.isArray(packages.value)) {
    builder.problem(packages.line, '"packages" is not a list');
  }
  for (const entry of elementsOf(packages)) {
    if (isWhole(entry)) addEntry3(builder, entry);
  }
  return builder.content();
}
function addEntry3(builder, entry) {
  const { line, endLine } = entry;
  const completed = memberOf(entry, "completed");
  const hackage = textOf(completed, "hackage");
  const named = hackage === void 0 ? { name: textOf(completed, "name") ?? "", version: textOf(completed, "version") ?? "" } : parseHackage(hackage);
  if (!named || named.name === "") {
    builder.problem(line, `${quote(hackage ?? "")} is no package`);
    return;
  }
  const source = hackage === void 0 ? { source: sourceOf20(completed) } : { integrity: hackage.includes("@sha256:") };
  builder.add({ ecosystem: "Hackage", ...named, ...source, scope: "prod", direct: true, line, endLine });
  builder.connectRoot(builder.packages.length - 1);
}
function parseHackage(text) {
  const [, name, version] = /^([A-Za-z0-9-]+)-([0-9]+(?:\.[0-9]+)*)(?:@|$)/.exec(text) ?? [];
  return name === void 0 || version === void 0 ? void 0 : { name, version };
}
function sourceOf20(completed) {
  const git2 = textOf(completed, "git") ?? textOf(completed, "hg");
  if (git2 !== void 0) return { kind: "git", url: git2, commit: textOf(completed, "commit") ?? null };
  const url = textOf(completed, "url") ?? textOf(completed, "archive") ?? "";
  return { kind: "url", url };
}

// scanners/dependencies/lockfiles/uv-lock.ts
var uvLock = {
  id: "uv.lock",
  ecosystems: ["PyPI"],
  wants: (path) => path === "uv.lock" || path.endsWith("/uv.lock"),
  parse: parseUvLock
};
function parseUvLock(file) {
  const document = readToml(file.text);
  const { root } = document;
  const locked = new LockedPackages(document);
  const version = memberOf(root, "version");
  if (typeof version?.value === "number" && version.value > 1) {
    locked.graph.problem(version.line, `version ${version.value} is not known (1 is)`, "LOCKFILE_UNSUPPORTED");
  }
  const added = [];
  for (const node of tablesOf(root, "package")) {
    const index = isWhole(node) ? addPackage12(locked, node) : void 0;
    if (index !== void 0) added.push({ index, node });
  }
  for (const { index, node } of added) connect3(locked, index, node);
  const manifest = memberOf(root, "manifest");
  connectList(locked, ROOT, memberOf(manifest, "requirements"), "prod");
  for (const [, group] of membersOf(memberOf(manifest, "dependency-groups")))
    connectList(locked, ROOT, group, "dev");
  const rootsKnown = added.some(({ index }) => isMember(locked, index));
  return locked.graph.content({ rootsKnown, edgesKnown: true });
}
function isMember(locked, index) {
  return index === ROOT || locked.graph.at(index).source.kind === "workspace";
}
function addPackage12(locked, node) {
  const name = textOf(node, "name");
  const source = sourceOf21(memberOf(node, "source"));
  if (source.kind === "workspace" && source.path === ".") return ROOT;
  const isLocal2 = source.kind === "workspace" || source.kind === "path";
  const version = textOf(node, "version") ?? (isLocal2 ? "" : void 0);
  if (name === void 0 || version === void 0) {
    locked.noVersion(node, name ?? "a package");
    return void 0;
  }
  const files = [memberOf(node, "sdist"), ...elementsOf(memberOf(node, "wheels"))];
  const hasHash = files.some((archive) => textOf(archive, "hash") !== void 0);
  return locked.add(node, name, version, source, source.kind === "registry" ? { integrity: hasHash } : {});
}
var SECTIONS6 = [
  ["optional-dependencies", "optional"],
  ["dev-dependencies", "dev"]
];
function connect3(locked, from, node) {
  connectList(locked, from, memberOf(node, "dependencies"), "prod");
  for (const [section, scope] of SECTIONS6) {
    for (const [, group] of membersOf(memberOf(node, section))) connectList(locked, from, group, scope);
  }
}
function connectList(locked, from, list, scope) {
  for (const dependency of elementsOf(list)) {
    const name = textOf(dependency, "name");
    if (name !== void 0) locked.connect(from, name, scope, textOf(dependency, "version"));
  }
}
function sourceOf21(node) {
  const member = textOf(node, "editable") ?? textOf(node, "virtual");
  if (member !== void 0) return { kind: "workspace", path: member };
  const git2 = textOf(node, "git");
  if (git2 !== void 0) {
    const [address = "", commit] = git2.split("#");
    return { kind: "git", url: address.split("?")[0], commit: commit ?? null };
  }
  const url = textOf(node, "url");
  if (url !== void 0) return { kind: "url", url };
  const path = textOf(node, "path") ?? textOf(node, "directory");
  if (path !== void 0) return { kind: "path", path };
  const registry = textOf(node, "registry");
  return registry === void 0 ? DEFAULT_REGISTRY : { kind: "registry", url: registry };
}

// scanners/dependencies/lockfiles/vendor-modules.ts
var vendorModules = {
  id: "vendor/modules.txt",
  ecosystems: ["Go"],
  wants: (path) => path === "vendor/modules.txt" || path.endsWith("/vendor/modules.txt"),
  parse: parseVendorModules
};
function parseVendorModules(file) {
  const graph = new Graph();
  const modules = [];
  let current;
  for (const [index, raw] of file.text.split("\n").entries()) {
    const text = raw.trim();
    if (text === "") continue;
    if (text.startsWith("## ")) {
      if (current && /^## explicit\b/.test(text)) current.isExplicit = true;
    } else if (text.startsWith("# ")) {
      current = parseModule(text.slice(2), index + 1, graph);
      if (current) modules.push(current);
    } else if (current) current.hasPackages = true;
    if (current) current.endLine = index + 1;
  }
  for (const { name, version, source, line, endLine, isExplicit, hasPackages } of modules) {
    if (!hasPackages) continue;
    const added = graph.add({ ecosystem: "Go", name, version, source, scope: "prod", line, endLine });
    if (isExplicit) graph.connect(ROOT, added);
  }
  return graph.content({ rootsKnown: true, edgesKnown: false });
}
function parseModule(text, line, graph) {
  const tokens = text.split(/\s+/);
  const arrow = tokens.indexOf("=>");
  const own = arrow === -1 ? tokens : tokens.slice(0, arrow);
  const [path = "", version] = own;
  const [target, targetVersion] = arrow === -1 ? [] : tokens.slice(arrow + 1);
  const rest = { line, endLine: line, isExplicit: false, hasPackages: false };
  if (target !== void 0 && targetVersion !== void 0) {
    return { name: target, version: bare2(targetVersion), source: DEFAULT_REGISTRY, ...rest };
  }
  if (version !== void 0 && own.length === 2) {
    const source = target === void 0 ? DEFAULT_REGISTRY : { kind: "path", path: target };
    return { name: path, version: bare2(version), source, ...rest };
  }
  if (arrow === -1) graph.problem(line, `${JSON.stringify(text.slice(0, 200))} is no module and version`);
  return void 0;
}
function bare2(version) {
  return version.replace(/^v/, "");
}

// scanners/dependencies/lockfiles/verification-metadata.ts
var verificationMetadata = {
  id: "verification-metadata.xml",
  ecosystems: ["Maven"],
  wants: (path) => /(?:^|\/)gradle\/verification-metadata\.xml$/.test(path),
  parse: parseVerificationMetadata
};
function parseVerificationMetadata(file) {
  const { root, builder } = openXml(file, "verification-metadata");
  for (const component of childrenOf(childOf(root, "components"), "component")) {
    if (component.isWhole) addComponent2(builder, component);
  }
  return builder.content();
}
function addComponent2(builder, component) {
  const { line, endLine, attributes } = component;
  const name = `${attributes.get("group") ?? ""}:${attributes.get("name") ?? ""}`;
  const version = attributes.get("version") ?? "";
  for (const attribute of ["group", "name", "version"]) {
    if (!attributes.get(attribute)) builder.problem(line, `the component ${quote(name)} has no ${attribute}`);
  }
  const integrity = childrenOf(component, "artifact").every(
    (artifact) => artifact.children.some(({ name: name2 }) => /^(?:sha256|sha512|pgp)$/.test(name2))
  );
  builder.add({ ecosystem: "Maven", name, version, line, endLine, integrity });
}

// scanners/dependencies/lockfiles/version-catalog.ts
var versionCatalog = {
  id: "libs.versions.toml",
  ecosystems: ["Maven"],
  wants: (path) => /(?:^|\/)[^/]+\.versions\.toml$/.test(path),
  parse: parseVersionCatalog
};
function parseVersionCatalog(file) {
  const { root, builder } = openDocument(file, readToml(file.text));
  const versions = root.get("versions");
  for (const [alias, node] of membersOf(root.get("libraries"))) {
    if (!isWhole(node)) continue;
    const [name, version] = libraryOf(node);
    if (name === void 0) builder.problem(node.line, `the library ${quote(alias)} has no module`);
    else addModule2(builder, versions, { name, version, node, scope: "prod" });
  }
  for (const [alias, node] of membersOf(root.get("plugins"))) {
    if (!isWhole(node)) continue;
    const [id, version] = pluginOf(node);
    if (id === void 0) builder.problem(node.line, `the plugin ${quote(alias)} has no id`);
    else addModule2(builder, versions, { name: `${id}:${id}.gradle.plugin`, version, node, scope: "build" });
  }
  return builder.content();
}
function libraryOf(node) {
  if (typeof node.value === "string") {
    const [, name, version] = /^([^:\s]+:[^:\s]+):([^:\s]+)$/.exec(node.value) ?? [];
    return [name, version];
  }
  const module = textOf(node, "module");
  const group = textOf(node, "group");
  const artifact = textOf(node, "name");
  const joined = group !== void 0 && artifact !== void 0 ? `${group}:${artifact}` : void 0;
  return [module ?? joined, memberOf(node, "version")];
}
function pluginOf(node) {
  if (typeof node.value !== "string") return [textOf(node, "id"), memberOf(node, "version")];
  const [, id, version] = /^([^:\s]+):([^:\s]+)$/.exec(node.value) ?? [];
  return [id, version];
}
function addModule2(builder, versions, found) {
  const { name, node, scope } = found;
  const { line, endLine } = node;
  const { version, why } = resolveVersion(versions, found.version);
  if (why !== void 0) builder.problem(line, `the version of ${quote(name)} ${why}`, "LOCKFILE_UNRESOLVED");
  builder.add({ ecosystem: "Maven", name, version, scope, line, endLine });
}
function resolveVersion(versions, written) {
  if (written === void 0) return { version: "", why: "is not set here" };
  if (typeof written === "string") return plainVersion(written);
  const ref = textOf(written, "ref");
  const node = ref === void 0 ? written : memberOf(versions, ref);
  if (!node) return { version: "", why: `refers to ${quote(ref ?? "")}, which is not set here` };
  if (typeof node.value === "string") return plainVersion(node.value);
  const strictest = textOf(node, "strictly") ?? textOf(node, "require");
  const named = strictest !== void 0 && isOneVersion(strictest) ? strictest : textOf(node, "prefer");
  return plainVersion(named ?? strictest ?? "");
}
function plainVersion(text) {
  if (isOneVersion(text)) return { version: text.replace(/!!$/, "") };
  return { version: "", why: text === "" ? "is not set here" : `is a range, ${quote(text)}` };
}
function isOneVersion(text) {
  return text !== "" && !/[[\]()+,\s]|^latest\./.test(text);
}

// scanners/dependencies/lockfiles/npm-manifest.ts
function wantsPackageJson(path) {
  return path === "package.json" || path.endsWith("/package.json");
}
async function readNpmRequests(lockfile, folder, siblings) {
  const base = lockfile.slice(0, lockfile.lastIndexOf("/") + 1);
  const place = folder === "." || folder === "" ? "" : `${folder.replace(/^\.\//, "")}/`;
  const manifest = readManifest(await siblings.read(`${base}${place}package.json`));
  return manifest?.requests.map(({ name, spec, kind }) => ({ name, spec, scope: kind }));
}

// scanners/dependencies/lockfiles/yarn/berry.ts
var KNOWN_VERSIONS2 = /^[1-9]$/;
async function parseYarnBerry(file, siblings) {
  const { root, problems } = readYaml(file.text);
  const graph = new Graph();
  graph.problems(problems);
  const version = textOf(memberOf(root, "__metadata"), "version");
  if (version !== void 0 && !KNOWN_VERSIONS2.test(version)) {
    graph.problem(
      memberOf(root, "__metadata")?.line,
      `__metadata version ${version} is not known`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const entries = new BerryEntries();
  for (const [key, node] of membersOf(root)) {
    if (key !== "__metadata" && isWhole(node)) addEntry4(entries, graph, key, node);
  }
  const knowsScopes = await connectEntries2(entries, graph, file, siblings);
  const rootsKnown = entries.list.some(({ source }) => source.kind === "workspace");
  return graph.content({ rootsKnown: rootsKnown || knowsScopes, edgesKnown: true });
}
var BerryEntries = class {
  list = [];
  #byDescriptor = /* @__PURE__ */ new Map();
  /** Patched packages by the descriptor of what they patch: yarn's own patches are asked for by nobody. */
  #patches = /* @__PURE__ */ new Map();
  #byName = /* @__PURE__ */ new Map();
  add(entry, key, name) {
    this.list.push(entry);
    for (const descriptor of key.split(/,\s*/)) {
      this.#byDescriptor.set(descriptor, entry.index);
      const patched = patchedDescriptor(descriptor);
      if (patched !== void 0) this.#patches.set(patched, entry.index);
    }
    const named = this.#byName.get(name);
    if (named) named.push(entry.index);
    else this.#byName.set(name, [entry.index]);
  }
  find(name, range) {
    const plain = `${name}@${range}`;
    const withProtocol = `${name}@npm:${range}`;
    const found = [plain, withProtocol].flatMap((descriptor) => [this.#byDescriptor.get(descriptor), this.#patches.get(descriptor)]).filter((index) => index !== void 0);
    if (found.length > 0) return found;
    const named = this.#byName.get(name) ?? [];
    return named.length === 1 ? named : [];
  }
};
function addEntry4(entries, graph, key, node) {
  const resolution = textOf(node, "resolution");
  const version = textOf(node, "version");
  if (resolution === void 0 || version === void 0) {
    const missing = resolution === void 0 ? "resolution" : "version";
    graph.problem(node.line, `${JSON.stringify(key.slice(0, 200))} has no ${missing}`);
    return;
  }
  const { name, rest } = splitAtVersion(resolution);
  const source = sourceOf22(rest, name);
  const index = isRootWorkspace(source) ? ROOT : graph.add({
    ecosystem: "npm",
    name,
    version,
    source,
    line: node.line,
    endLine: node.endLine,
    ...source.kind === "registry" ? { integrity: textOf(node, "checksum") !== void 0 } : {}
  });
  entries.add({ index, node, source }, key, name);
}
function isRootWorkspace(source) {
  return source.kind === "workspace" && source.path === ".";
}
function sourceOf22(reference, name) {
  const [bare3 = "", parameters = ""] = reference.split("::");
  if (bare3.startsWith("workspace:")) return { kind: "workspace", path: bare3.slice("workspace:".length) };
  if (bare3.startsWith("npm:")) {
    const archive = new URLSearchParams(parameters).get("__archiveUrl");
    return archive === null ? DEFAULT_REGISTRY : { kind: "registry", url: registryOf(archive, name) };
  }
  if (bare3.startsWith("patch:")) {
    const { rest } = splitAtVersion(decode2(bare3.slice("patch:".length).split("#")[0]));
    return sourceOf22(rest, name);
  }
  return sourceOfAddress(reference) ?? { kind: "url", url: reference };
}
function patchedDescriptor(descriptor) {
  const { rest } = splitAtVersion(descriptor);
  if (!rest.startsWith("patch:")) return void 0;
  const inner = decode2(rest.slice("patch:".length).split("#")[0]);
  const { name, rest: range } = splitAtVersion(inner);
  return range.includes(":") ? inner : `${name}@npm:${range}`;
}
function decode2(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
async function connectEntries2(entries, graph, file, siblings) {
  let knowsScopes = false;
  for (const { index, node, source } of entries.list) {
    const isMember2 = source.kind === "workspace";
    const requests = isMember2 ? await readNpmRequests(file.path, source.path, siblings) : void 0;
    knowsScopes ||= requests !== void 0;
    const scopes = requests && new Map(requests.map((request) => [request.name, request.scope]));
    const optional = memberOf(node, "dependenciesMeta");
    for (const [name, range] of mapOf(memberOf(node, "dependencies")) ?? []) {
      if (typeof range.value !== "string") continue;
      const isOptional = isTrue(memberOf(optional, name), "optional");
      const asked = isMember2 ? scopes?.get(name) ?? "unknown" : "prod";
      for (const to of entries.find(name, range.value)) {
        if (to !== ROOT) graph.connect(index, to, isOptional ? "optional" : asked);
      }
    }
  }
  return knowsScopes;
}

// scanners/dependencies/lockfiles/yarn/classic.ts
async function parseYarnClassic(file, siblings) {
  const graph = new Graph();
  const entries = new ClassicReading(file.text, graph).entries();
  const byPattern = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const index = addEntry5(entry, graph);
    for (const pattern of entry.patterns) if (index !== void 0) byPattern.set(pattern, index);
  }
  for (const { patterns, dependencies } of entries) {
    const from = byPattern.get(patterns[0]);
    for (const { pattern, isOptional } of dependencies) {
      const to = byPattern.get(pattern);
      if (from !== void 0 && to !== void 0) graph.connect(from, to, isOptional ? "optional" : "prod");
    }
  }
  const requests = await readNpmRequests(file.path, ".", siblings);
  for (const { name, spec, scope } of requests ?? []) {
    const to = byPattern.get(`${name}@${spec}`);
    if (to !== void 0) graph.connect(ROOT, to, scope);
  }
  return graph.content({ rootsKnown: requests !== void 0 && !graph.hasOrphans(), edgesKnown: true });
}
function addEntry5(entry, graph) {
  const { version, line, endLine } = entry;
  if (version === void 0) {
    graph.problem(line, `${JSON.stringify(entry.patterns[0].slice(0, 200))} has no version`);
    return void 0;
  }
  const name = nameOf2(entry.patterns);
  const source = sourceOf23(entry, name);
  return graph.add({
    ecosystem: "npm",
    name,
    version,
    source,
    line,
    endLine,
    ...source.kind === "registry" ? { integrity: entry.hasIntegrity } : {}
  });
}
function nameOf2(patterns) {
  for (const pattern of patterns) {
    const { rest } = splitAtVersion(pattern);
    if (rest.startsWith("npm:")) return splitAtVersion(rest.slice("npm:".length)).name;
  }
  return splitAtVersion(patterns[0]).name;
}
function sourceOf23({ patterns, resolved }, name) {
  const ranges = patterns.map((pattern) => splitAtVersion(pattern).rest);
  const isRegistry = ranges.some((range) => range.startsWith("npm:") || !/[/:]/.test(range));
  const address = resolved ?? ranges[0];
  if (isRegistry && /\.tgz(?:#|$)/.test(address)) return sourceOfTarball(address, name, false);
  return sourceOfAddress(ranges.find((range) => range.startsWith("file:")) ?? address) ?? sourceOfTarball(address, name, !isRegistry);
}
var WORD = /"(?:[^"\\]|\\.)*"|[^\s",][^\s,]*/y;
var ClassicReading = class {
  #lines;
  #graph;
  constructor(text, graph) {
    this.#lines = text.split("\n");
    this.#graph = graph;
  }
  entries() {
    const entries = [];
    let entry;
    let section;
    for (const [index, raw] of this.#lines.entries()) {
      const text = raw.trimEnd();
      const body = text.trimStart();
      if (body === "" || body.startsWith("#")) continue;
      const depth = text.length - body.length;
      if (depth === 0) {
        entry = this.#header(body, index + 1);
        if (entry) entries.push(entry);
        section = void 0;
      } else if (entry && depth === 2) {
        section = this.#field(entry, body, index + 1);
      } else if (entry && depth === 4 && section !== void 0) {
        this.#dependency(entry, section, body, index + 1);
      } else if (entry) this.#graph.problem(index + 1, `the line ${quote6(body)} stands nowhere`);
      if (entry) entry.endLine = index + 1;
    }
    return entries;
  }
  #header(body, line) {
    const patterns = body.endsWith(":") ? wordsOf(body.slice(0, -1)) : void 0;
    if (patterns && patterns.length > 0) {
      return { patterns, line, endLine: line, hasIntegrity: false, dependencies: [] };
    }
    this.#graph.problem(line, `${quote6(body)} begins no entry`);
    return void 0;
  }
  /** The section that the line opens, if it does. */
  #field(entry, body, line) {
    if (body.endsWith(":")) return wordsOf(body.slice(0, -1))?.[0];
    const [key, value] = wordsOf(body) ?? [];
    if (key === void 0 || value === void 0) this.#graph.problem(line, `${quote6(body)} is no field`);
    else if (key === "version") entry.version = value;
    else if (key === "resolved") entry.resolved = value;
    else if (key === "integrity") entry.hasIntegrity = true;
    return void 0;
  }
  #dependency(entry, section, body, line) {
    if (section !== "dependencies" && section !== "optionalDependencies") return;
    const [name, range] = wordsOf(body) ?? [];
    if (name === void 0 || range === void 0) {
      this.#graph.problem(line, `${quote6(body)} is no dependency`);
      return;
    }
    entry.dependencies.push({ pattern: `${name}@${range}`, isOptional: section !== "dependencies" });
  }
};
function wordsOf(text) {
  const words = [];
  let at = 0;
  while (at < text.length) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === void 0) return void 0;
    words.push(word.startsWith('"') ? unquote2(word) : word);
    at = WORD.lastIndex;
    while (text[at] === " " || text[at] === ",") at++;
  }
  return words;
}
function unquote2(word) {
  try {
    return String(JSON.parse(word));
  } catch {
    return word.slice(1, -1);
  }
}
function quote6(body) {
  return JSON.stringify(body.slice(0, 200));
}

// scanners/dependencies/lockfiles/yarn-lock.ts
var yarnLock = {
  id: "yarn.lock",
  ecosystems: ["npm"],
  wants: (path) => path === "yarn.lock" || path.endsWith("/yarn.lock"),
  wantsBeside: wantsPackageJson,
  parse: (file, siblings) => isBerry(file.text) ? parseYarnBerry(file, siblings) : parseYarnClassic(file, siblings)
};
function isBerry(text) {
  if (/^__metadata:/m.test(text)) return true;
  if (/^# yarn lockfile v1/m.test(text)) return false;
  return /^ {2}"?(?:version|resolution)"?: /m.test(text);
}

// scanners/dependencies/lockfiles/formats.ts
var FORMATS = [
  packageLock,
  yarnLock,
  pnpmLock,
  bunLock,
  denoLock,
  requirementsTxt,
  pipfileLock,
  poetryLock,
  pdmLock,
  uvLock,
  pylockToml,
  goMod,
  vendorModules,
  cargoLock,
  gemfileLock,
  composerLock,
  githubWorkflow,
  actionsLock,
  dockerfile,
  cyclonedx,
  spdxDocument,
  conanLock,
  packageResolved,
  packagesLock,
  gradleLockfile,
  buildscriptGradleLockfile,
  mixLock,
  pomXml,
  pubspecLock,
  depsJson,
  directoryPackagesProps,
  msbuildProject,
  packagesConfig,
  paketDependencies,
  paketLock,
  projectAssets,
  verificationMetadata,
  cabalFreeze,
  stackLock,
  juliaManifest,
  renvLock,
  podfileLock,
  gleamManifest,
  gleamToml,
  rebarLock,
  sbtLock,
  versionCatalog,
  nimbleLock,
  cpanfileSnapshot,
  luarocksLock,
  opamLocked
];

// scanners/dependencies/lockfiles/binary/cargo-auditable.ts
const { inflateSync } = process.getBuiltinModule("node:zlib");

// scanners/dependencies/lockfiles/binary/sections.ts
function findSection(bytes, name) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const place = placeOfSection(view, name);
    if (!place || place.offset + place.size > bytes.length) return void 0;
    return bytes.subarray(place.offset, place.offset + place.size);
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
var ELF = 1179403647;
var MZ = 23117;
var PE = 17744;
var MACH_O_64 = 4277009103;
var SEGMENT_64 = 25;
var MAX_SECTIONS = 1e4;
function placeOfSection(view, name) {
  if (view.byteLength < 64) return void 0;
  const magic = view.getUint32(0, true);
  if (magic === ELF) return inElf(view, name);
  if (magic === MACH_O_64) return inMachO(view, name);
  return (magic & 65535) === MZ ? inPe(view, name) : void 0;
}
function inElf(view, name) {
  const is64 = view.getUint8(4) === 2;
  if (view.getUint8(5) !== 1) return void 0;
  const word = (at) => is64 ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true);
  const headers = word(is64 ? 40 : 32);
  const [entrySize, count, strings] = [0, 2, 4].map((at) => view.getUint16((is64 ? 58 : 46) + at, true));
  const header = (index) => {
    const at = headers + index * entrySize;
    return {
      name: view.getUint32(at, true),
      offset: word(at + (is64 ? 24 : 16)),
      size: word(at + (is64 ? 32 : 20))
    };
  };
  const names = header(strings);
  for (let index = 0; index < Math.min(count, MAX_SECTIONS); index++) {
    const section = header(index);
    if (hasName(view, names.offset + section.name, name)) return section;
  }
  return void 0;
}
function inPe(view, name) {
  const header = view.getUint32(60, true);
  if (view.getUint32(header, true) !== PE) return void 0;
  const count = view.getUint16(header + 6, true);
  const sections = header + 24 + view.getUint16(header + 20, true);
  for (let index = 0; index < Math.min(count, MAX_SECTIONS); index++) {
    const at = sections + index * 40;
    if (!hasName(view, at, name)) continue;
    const size = Math.min(view.getUint32(at + 8, true), view.getUint32(at + 16, true));
    return { offset: view.getUint32(at + 20, true), size };
  }
  return void 0;
}
function inMachO(view, name) {
  let at = 32;
  for (let left = Math.min(view.getUint32(16, true), MAX_SECTIONS); left > 0; left--) {
    const size = view.getUint32(at + 4, true);
    const sections = view.getUint32(at, true) === SEGMENT_64 ? view.getUint32(at + 64, true) : 0;
    for (let index = 0; index < Math.min(sections, MAX_SECTIONS); index++) {
      const section = at + 72 + index * 80;
      if (!hasName(view, section, name)) continue;
      return {
        offset: view.getUint32(section + 48, true),
        size: Number(view.getBigUint64(section + 40, true))
      };
    }
    if (size === 0) return void 0;
    at += size;
  }
  return void 0;
}
function hasName(view, at, name) {
  for (let index = 0; index < name.length; index++) {
    if (view.getUint8(at + index) !== name.charCodeAt(index)) return false;
  }
  return view.getUint8(at + name.length) === 0;
}

// scanners/dependencies/lockfiles/binary/cargo-auditable.ts
var cargoAuditable = {
  id: "cargo-auditable",
  ecosystems: ["crates.io"],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, "it is text, and no executable");
  },
  parseBytes: parseAuditable
};
var MAX_INFLATED = 8 * 1024 * 1024;
function parseAuditable(path, bytes) {
  const section = findSection(bytes, ".dep-v0");
  if (!section)
    throw lockfileError(path, 1, "it is no executable that cargo auditable built: it has no section .dep-v0");
  const { root, problems } = readJson(inflate(path, section));
  const graph = new Graph();
  graph.problems(problems);
  const crates = elementsOf(memberOf(root, "packages"));
  const places = crates.map((crate) => addCrate(graph, crate));
  for (const [index, crate] of crates.entries()) {
    for (const { value } of elementsOf(memberOf(crate, "dependencies"))) {
      const to = typeof value === "number" ? places[value] : void 0;
      if (places[index] !== void 0 && to !== void 0) graph.connect(places[index], to);
    }
  }
  return graph.content({ rootsKnown: true, edgesKnown: true });
}
function inflate(path, section) {
  try {
    return inflateSync(section, { maxOutputLength: MAX_INFLATED }).toString("utf8");
  } catch (cause) {
    throw lockfileError(path, 1, "its section .dep-v0 cannot be inflated", cause);
  }
}
function addCrate(graph, crate) {
  const name = textOf(crate, "name");
  const version = textOf(crate, "version");
  if (name === void 0 || version === void 0) return void 0;
  const scope = textOf(crate, "kind") === "build" ? "build" : "prod";
  return graph.add({
    ecosystem: "crates.io",
    name,
    version,
    scope,
    source: sourceOf24(crate),
    line: 1,
    endLine: 1
  });
}
function sourceOf24(crate) {
  if (isTrue(crate, "root")) return { kind: "workspace", path: "" };
  switch (textOf(crate, "source")) {
    case "local":
      return { kind: "path", path: "" };
    case "git":
      return { kind: "git", url: "", commit: null };
    default:
      return { kind: "registry", url: null };
  }
}

// scanners/dependencies/lockfiles/binary/clr-tables.ts
var ASSEMBLY = 32;
var ASSEMBLY_REF = 35;
var COLUMNS = [
  "2 S G G G",
  "Cscope S S",
  "4 S S Ctype T4 T6",
  "T4",
  "2 S B",
  "T6",
  "4 2 2 S B T8",
  "T8",
  "2 2 S",
  "T2 Ctype",
  "Cparent S B",
  "2 Cconstant B",
  "Cattribute Cctor B",
  "Cmarshal B",
  "2 Csecurity B",
  "2 4 T2",
  "4 T4",
  "B",
  "T2 T14",
  "T14",
  "2 S Ctype",
  "T2 T17",
  "T17",
  "2 S B",
  "2 T6 Csemantics",
  "T2 Cmethod Cmethod",
  "S",
  "B",
  "2 Cforwarded S T1a",
  "4 T4",
  "4 4",
  "4",
  "4 2 2 2 2 4 B S S",
  "4",
  "4 4 4",
  "2 2 2 2 4 B S S B"
];
var CODED = {
  type: [2, [2, 1, 27]],
  constant: [2, [4, 8, 23]],
  attribute: [
    5,
    [
      6,
      4,
      1,
      2,
      8,
      9,
      10,
      0,
      14,
      23,
      20,
      17,
      26,
      27,
      32,
      35,
      38,
      39,
      40,
      42,
      43,
      44
    ]
  ],
  marshal: [1, [4, 8]],
  security: [2, [2, 6, 32]],
  parent: [3, [2, 1, 26, 6, 27]],
  semantics: [1, [20, 23]],
  method: [1, [6, 10]],
  forwarded: [1, [4, 6]],
  ctor: [3, [6, 10]],
  scope: [2, [0, 26, 35, 1]]
};
function columnSizes(table, rows, heaps) {
  const rowsOf = (other) => rows[other] ?? 0;
  return COLUMNS[table].split(" ").map((column) => {
    const rest = column.slice(1);
    switch (column[0]) {
      case "S":
        return heaps.strings;
      case "G":
        return heaps.guids;
      case "B":
        return heaps.blobs;
      case "T":
        return rowsOf(Number.parseInt(rest, 16)) < 2 ** 16 ? 2 : 4;
      case "C": {
        const [bits, tables] = CODED[rest];
        return Math.max(...tables.map(rowsOf)) < 2 ** (16 - bits) ? 2 : 4;
      }
      default:
        return Number(column);
    }
  });
}

// scanners/dependencies/lockfiles/binary/dotnet-pe.ts
var dotnetPe = {
  id: "dotnet-pe",
  ecosystems: ["NuGet"],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, "it is text, and no assembly");
  },
  parseBytes: parseAssembly
};
var MAX_ASSEMBLIES = 1e4;
function parseAssembly(path, bytes) {
  const found = readGuarded(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!found) throw lockfileError(path, 1, "it is no assembly of .NET, nor a program that starts one");
  const builder = new ContentBuilder();
  for (const { name, version } of found) {
    const source = { kind: "path", path: name };
    if (name !== "") builder.add({ ecosystem: "NuGet", name, version, line: 1, scope: "prod", source });
  }
  return builder.content();
}
function readGuarded(view) {
  try {
    const image = readImage(view);
    return image && (readMetadata(view, image) ?? readVersionResource(view, image));
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
var CLR_DIRECTORY = 14;
var RESOURCE_DIRECTORY = 2;
function readImage(view) {
  if (view.byteLength < 64 || view.getUint16(0, true) !== 23117) return void 0;
  const header = view.getUint32(60, true);
  if (view.getUint32(header, true) !== 17744) return void 0;
  const optional = header + 24;
  const directories = optional + (view.getUint16(optional, true) === 523 ? 112 : 96);
  const sections = optional + view.getUint16(header + 20, true);
  const count = view.getUint16(header + 6, true);
  const placeOf3 = (address) => {
    for (let index = 0; index < count; index++) {
      const at = sections + index * 40;
      const start = view.getUint32(at + 12, true);
      const size = Math.max(view.getUint32(at + 8, true), view.getUint32(at + 16, true));
      if (address >= start && address < start + size) return view.getUint32(at + 20, true) + address - start;
    }
    throw new RangeError("an address in no section");
  };
  return { placeOf: placeOf3, directories };
}
function readMetadata(view, { placeOf: placeOf3, directories }) {
  const header = view.getUint32(directories + CLR_DIRECTORY * 8, true);
  if (header === 0) return void 0;
  const root = placeOf3(view.getUint32(placeOf3(header) + 8, true));
  if (view.getUint32(root, true) !== 1112167234) return void 0;
  const streams = streamsOf(view, root);
  const tables = streams.get("#~") ?? streams.get("#-");
  const strings = streams.get("#Strings");
  return tables === void 0 || strings === void 0 ? void 0 : readTables(view, tables, strings);
}
function streamsOf(view, root) {
  const streams = /* @__PURE__ */ new Map();
  const flags = root + 16 + view.getUint32(root + 12, true);
  let at = flags + 4;
  for (let left = Math.min(view.getUint16(flags + 2, true), 16); left > 0; left--) {
    const name = textAt(view, at + 8);
    streams.set(name, root + view.getUint32(at, true));
    at += 8 + (name.length & ~3) + 4;
  }
  return streams;
}
function readTables(view, start, strings) {
  const flags = view.getUint8(start + 6);
  const heaps = {
    strings: flags & 1 ? 4 : 2,
    guids: flags & 2 ? 4 : 2,
    blobs: flags & 4 ? 4 : 2
  };
  const rows = [];
  let at = start + 24;
  for (let table = 0; table < 64; table++) {
    const isThere = view.getUint32(start + 8 + (table < 32 ? 0 : 4), true) >>> (table & 31) & 1;
    rows[table] = isThere ? view.getUint32(at, true) : 0;
    if (isThere) at += 4;
  }
  const found = [];
  for (let table = 0; table <= ASSEMBLY_REF; table++) {
    const sizes = columnSizes(table, rows, heaps);
    const rowSize = sizes.reduce((sum, size) => sum + size, 0);
    const count = rows[table];
    if (table === ASSEMBLY || table === ASSEMBLY_REF) {
      for (let row = 0; row < Math.min(count, MAX_ASSEMBLIES); row++)
        found.push(assemblyAt(view, at + row * rowSize, table, sizes, strings));
    }
    at += count * rowSize;
  }
  return found;
}
function assemblyAt(view, row, table, sizes, strings) {
  const version = row + (table === ASSEMBLY ? 4 : 0);
  const parts = [0, 2, 4, 6].map((part) => view.getUint16(version + part, true));
  const nameColumn = table === ASSEMBLY ? 7 : 6;
  const at = row + sizes.slice(0, nameColumn).reduce((sum, size) => sum + size, 0);
  const name = textAt(
    view,
    strings + (sizes[nameColumn] === 2 ? view.getUint16(at, true) : view.getUint32(at, true))
  );
  return { name: name === "" ? "" : `${name}.dll`, version: parts.join(".") };
}
var MAX_NAME = 1024;
function textAt(view, start) {
  let end = start;
  while (end - start < MAX_NAME && view.getUint8(end) !== 0) end++;
  return Buffer.from(view.buffer, view.byteOffset + start, end - start).toString("utf8");
}
function readVersionResource(view, { placeOf: placeOf3, directories }) {
  const address = view.getUint32(directories + RESOURCE_DIRECTORY * 8, true);
  if (address === 0) return void 0;
  const start = placeOf3(address);
  const size = Math.min(
    view.getUint32(directories + RESOURCE_DIRECTORY * 8 + 4, true),
    view.byteLength - start
  );
  const resources = Buffer.from(view.buffer, view.byteOffset + start, Math.max(0, size));
  const name = stringOf(resources, "InternalName");
  const version = stringOf(resources, "Assembly Version") ?? stringOf(resources, "FileVersion");
  return name === void 0 || version === void 0 ? void 0 : [{ name, version }];
}
function stringOf(resources, key) {
  const found = resources.indexOf(Buffer.from(`${key}\0`, "utf16le"));
  if (found === -1) return void 0;
  const start = found + key.length * 2 + 2 + 3 & ~3;
  let end = start;
  while (end - start < MAX_NAME && end + 1 < resources.length && resources.readUInt16LE(end) !== 0) end += 2;
  return resources.toString("utf16le", start, end) || void 0;
}

// scanners/dependencies/lockfiles/binary/go-binary.ts
var goBinary = {
  id: "go-binary",
  ecosystems: ["Go"],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, "it is text, and no executable");
  },
  parseBytes: parseGoBinary
};
var MAGIC = Buffer.from("\xFF Go buildinf:", "latin1");
var ALIGNMENT = 16;
var HEADER = 32;
var INLINE = 2;
var SENTINEL = 16;
function parseGoBinary(path, bytes) {
  const start = findHeader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (start === void 0) throw lockfileError(path, 1, "it is no executable that Go 1.18 or later built");
  const version = readText(bytes, start + HEADER);
  const modules = version && readText(bytes, version.end);
  if (!version || !modules) throw lockfileError(path, 1, "its build information breaks off");
  const builder = new ContentBuilder();
  const go = /^go(\d\S*)/.exec(version.text.toString("latin1"))?.[1];
  if (go !== void 0) builder.add({ ecosystem: "Go", name: "stdlib", version: go, line: 1, direct: true });
  if (modules.text.length > 2 * SENTINEL) {
    addModules(builder, modules.text.subarray(SENTINEL, -SENTINEL).toString("utf8"));
  }
  return builder.content();
}
function findHeader(bytes) {
  for (let at = bytes.indexOf(MAGIC); at !== -1; at = bytes.indexOf(MAGIC, at + 1)) {
    const isHeader = at % ALIGNMENT === 0 && at + HEADER <= bytes.length;
    if (isHeader && (bytes[at + 15] & INLINE) !== 0) return at;
  }
  return void 0;
}
function readText(bytes, start) {
  let length = 0;
  let at = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    if (byte === void 0 || shift > 28) return void 0;
    length += (byte & 127) * 2 ** shift;
    if (byte < 128) break;
  }
  if (at + length > bytes.length) return void 0;
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset + at, length), end: at + length };
}
function addModules(builder, text) {
  const modules = [];
  for (const line of text.split("\n")) {
    const [kind, path = "", version = ""] = line.split("	");
    const isTagged = kind === "mod" && version !== "" && version !== "(devel)";
    if (kind === "dep" || isTagged) modules.push({ path, version });
    else if (kind === "=>" && modules.length > 0) modules[modules.length - 1] = { path, version };
  }
  for (const { path, version } of modules) {
    builder.add({ ecosystem: "Go", name: path, version: version.replace(/^v/, ""), line: 1, scope: "prod" });
  }
}

// scanners/dependencies/advisories/archive.ts
const { crc32, inflateRawSync } = process.getBuiltinModule("node:zlib");
var ADVISORY_LIMITS = {
  maxEntries: 2e6,
  maxEntryBytes: 16 * 1024 * 1024,
  maxTotalBytes: 8 * 1024 * 1024 * 1024
};
var END = 101010256;
var END64 = 101075792;
var END64_LOCATOR = 117853008;
var CENTRAL = 33639248;
var LOCAL = 67324752;
var IN_ZIP64 = 4294967295;
function* readArchive(bytes, limits) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.entries > limits.maxEntries) throw broken(`it has ${directory.entries} entries`);
  let at = directory.offset;
  let total = 0;
  for (let index = 0; index < directory.entries; index++) {
    const header = readCentral(view, bytes, at);
    at = header.end;
    if (header.name.endsWith("/")) continue;
    total += header.size;
    if (header.size > limits.maxEntryBytes)
      throw broken(`${quote7(header.name)} has ${header.size} bytes inflated`);
    if (total > limits.maxTotalBytes)
      throw broken(`its files have more than ${limits.maxTotalBytes} bytes inflated`);
    yield { name: header.name, read: () => readEntry(view, bytes, header) };
  }
}
function findDirectory(view) {
  const lowest = Math.max(0, view.byteLength - 22 - 65535);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) !== view.byteLength)
      continue;
    const entries = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (entries === 65535 || offset === IN_ZIP64) return findDirectory64(view, at);
    return { entries, offset };
  }
  throw broken("it has no end record: it is truncated, or no ZIP archive");
}
function findDirectory64(view, end) {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR)
    throw broken("its ZIP64 locator is missing");
  const at = readUint64(view, locator + 8);
  need(view, at, 56);
  if (view.getUint32(at, true) !== END64) throw broken("its ZIP64 end record is missing");
  return { entries: readUint64(view, at + 32), offset: readUint64(view, at + 48) };
}
function readCentral(view, bytes, at) {
  need(view, at, 46);
  if (view.getUint32(at, true) !== CENTRAL) throw broken(`no directory entry stands at byte ${at}`);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const end = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  need(view, at, end - at);
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, nameLength).toString("utf8");
  const raw = {
    size: view.getUint32(at + 24, true),
    compressed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true)
  };
  return {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...widen(view, at + 46 + nameLength, extraLength, raw),
    end
  };
}
function widen(view, start, length, raw) {
  const wide = { ...raw };
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const key of ["size", "compressed", "local"]) {
      if (raw[key] !== IN_ZIP64) continue;
      need(view, next, 8);
      wide[key] = readUint64(view, next);
      next += 8;
    }
    break;
  }
  return wide;
}
function readEntry(view, bytes, header) {
  if ((header.flags & 1) !== 0) throw broken(`${quote7(header.name)} is encrypted`);
  need(view, header.local, 30);
  if (view.getUint32(header.local, true) !== LOCAL) throw broken(`${quote7(header.name)} has no local header`);
  const start = header.local + 30 + view.getUint16(header.local + 26, true) + view.getUint16(header.local + 28, true);
  need(view, start, header.compressed);
  const content = inflate2(bytes.subarray(start, start + header.compressed), header);
  if (content.length !== header.size)
    throw broken(`${quote7(header.name)} has another size than its header says`);
  if (crc32(content) !== header.crc) throw broken(`${quote7(header.name)} does not have its checksum`);
  return content;
}
function inflate2(compressed, header) {
  if (header.method === 0) return compressed;
  if (header.method !== 8) throw broken(`${quote7(header.name)} is packed by method ${header.method}`);
  try {
    return inflateRawSync(compressed, { maxOutputLength: Math.max(1, header.size) });
  } catch (cause) {
    throw broken(`${quote7(header.name)} cannot be inflated: ${messageOf(cause)}`);
  }
}
function readUint64(view, at) {
  need(view, at, 8);
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken("a ZIP64 number is too large");
  return Number(value);
}
function need(view, at, length) {
  if (at < 0 || at + length > view.byteLength) throw broken("it is truncated");
}
function broken(why) {
  return new SallyportError("ADVISORIES_INVALID", {
    message: `the archive cannot be read: ${why}`,
    help: "fetch it again: sallyport advisories update"
  });
}
function quote7(name) {
  return JSON.stringify(name.slice(0, 100));
}

// scanners/dependencies/lockfiles/binary/vsix.ts
var vsix = {
  id: "vsix",
  ecosystems: ["npm"],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, "it is text, and no archive");
  },
  parseBytes: parseVsix
};
var LIMITS = { maxEntries: 1e5, maxEntryBytes: 64 * 1024 * 1024, maxTotalBytes: 2 ** 30 };
var MANIFEST = /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/;
function parseVsix(path, bytes) {
  const builder = new ContentBuilder();
  try {
    for (const entry of readArchive(bytes, LIMITS)) {
      if (MANIFEST.test(entry.name)) addPackage13(builder, entry.name, decodeLockfile(entry.read()));
    }
  } catch (error) {
    if (!(error instanceof SallyportError)) throw error;
    throw lockfileError(path, 1, error.message, error);
  }
  return builder.content();
}
function addPackage13(builder, path, text) {
  const { root, problems } = readJson(text);
  const name = textOf(root, "name");
  const version = textOf(root, "version");
  if (name !== void 0 && version !== void 0) builder.add({ ecosystem: "npm", name, version, line: 1 });
  else if (problems.length > 0) builder.problem(1, `${quote(path)} is no JSON`);
}

// scanners/dependencies/lockfiles/manifest/cargo-toml.ts
var cargoToml = {
  id: "Cargo.toml",
  ecosystems: ["crates.io"],
  wants: () => false,
  parse: parseCargoToml
};
function parseCargoToml(file) {
  const { root, builder } = openDocument(file, readToml(file.text));
  const own = root.get("package");
  const name = textOf(own, "name");
  const version = textOf(own, "version");
  if (own && name !== void 0 && version !== void 0) {
    const source = { kind: "workspace", path: "" };
    builder.add({ ecosystem: "crates.io", name, version, line: memberOf(own, "name").line, source });
  }
  for (const [key, dependency] of membersOf(root.get("dependencies"))) {
    const { line, endLine, value } = dependency;
    const asked = typeof value === "string" ? value : textOf(dependency, "version");
    if (asked === void 0 || memberOf(dependency, "git") || memberOf(dependency, "path")) continue;
    const crate = textOf(dependency, "package") ?? key;
    builder.add({
      ecosystem: "crates.io",
      name: crate,
      version: asked,
      line,
      endLine,
      direct: true,
      scope: "prod"
    });
  }
  return builder.content();
}

// scanners/dependencies/lockfiles/manifest/own-package.ts
function ownPackage(file, document, ecosystem, isOther = () => false) {
  const { root, builder } = openDocument(file, document);
  const name = plainText(root.get("name"));
  const version = plainText(root.get("version"));
  if (name === "" || version === "") return builder.content();
  const line = root.get("name").line;
  if (isOther(root))
    builder.problem(line, `${quote(name)} is no package of ${ecosystem}`, "LOCKFILE_UNSUPPORTED");
  else builder.add({ ecosystem, name, version, line, ...licenceOf2(root.get("license")) });
  return builder.content();
}
function plainText(node) {
  const value = node?.value;
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}
function licenceOf2(node) {
  const stated = mapOf(node)?.get("type")?.value ?? node?.value;
  return typeof stated === "string" && stated !== "" ? { licence: stated } : {};
}

// scanners/dependencies/lockfiles/manifest/conda-meta.ts
var condaMeta = {
  id: "conda-meta",
  ecosystems: ["PyPI"],
  wants: () => false,
  parse: (file) => ownPackage(file, readJson(file.text), "PyPI")
};

// scanners/dependencies/lockfiles/manifest/cpan-meta.ts
var cpanMeta = {
  id: "META.json",
  // OSV has no ecosystem of CPAN's.
  ecosystems: [""],
  wants: () => false,
  parse: (file) => ownPackage(file, isJson(file.text) ? readJson(file.text) : readYaml(file.text), "")
};
function isJson(text) {
  return text.trimStart().startsWith("{");
}

// scanners/dependencies/lockfiles/manifest/deno-specifier.ts
var import_semver3 = __toESM(require_semver2(), 1);

// scanners/dependencies/lockfiles/manifest/deno-hosts.json
var deno_hosts_default = {
  "cdn.jsdelivr.net": { prefix: "npm", ecosystem: "npm" },
  "deno.land": { prefix: "x", ecosystem: null },
  "esm.sh": { prefix: null, ecosystem: "npm" },
  "unpkg.com": { prefix: null, ecosystem: "npm" }
};

// scanners/dependencies/lockfiles/manifest/deno-specifier.ts
var SPECIFIER = /^(npm|jsr):\/?(@?[^@]+)@([^/]+)/;
var NAME_AND_VERSION = /^((?:@[^/@]+\/)?[^/@]+)@([^/?#]+)/;
function packageOfSpecifier(specifier) {
  const [, registry, name, range] = SPECIFIER.exec(specifier) ?? [];
  if (name === void 0 || range === void 0) return packageOfAddress(specifier);
  const source = DEFAULT_REGISTRY;
  if (registry === "npm") return { ecosystem: "npm", name, version: lowestOf(range), source };
  return { ecosystem: "", name: name.replace(/^@/, ""), version: range, source };
}
var HOSTS = new Map(Object.entries(deno_hosts_default));
function packageOfAddress(address) {
  const url = /^https?:/.test(address) ? URL.parse(address) : null;
  const host = url && HOSTS.get(url.host);
  if (!url || !host) return void 0;
  const path = decode3(url.pathname).slice(1);
  const prefix = host.prefix === null ? "" : `${host.prefix}/`;
  const [, name, version] = path.startsWith(prefix) ? NAME_AND_VERSION.exec(path.slice(prefix.length)) ?? [] : [];
  if (name === void 0 || version === void 0) return void 0;
  if (host.ecosystem !== null) {
    return { ecosystem: host.ecosystem, name, version: lowestOf(version), source: DEFAULT_REGISTRY };
  }
  return {
    ecosystem: "npm",
    name,
    version: version.replace(/^v(?=\d)/, ""),
    source: { kind: "url", url: address }
  };
}
function decode3(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
function lowestOf(range) {
  try {
    return range.length > 200 ? range : import_semver3.default.minVersion(range)?.version ?? range;
  } catch {
    return range;
  }
}

// scanners/dependencies/lockfiles/manifest/deno-json.ts
var denoJson = {
  id: "deno.json",
  ecosystems: ["npm", ""],
  wants: () => false,
  parse: parseDenoJson
};
function parseDenoJson(file) {
  const { root, builder } = openDocument(file, readJsonWithComments(file.text));
  for (const [, { line, value }] of membersOf(root.get("imports"))) {
    const found = typeof value === "string" ? packageOfSpecifier(value) : void 0;
    if (found) builder.add({ ...found, line, direct: true });
  }
  return builder.content();
}

// scanners/dependencies/lockfiles/manifest/deno-source.ts
var denoSource = {
  id: "deno-source",
  ecosystems: ["npm", ""],
  wants: () => false,
  parse: parseDenoSource
};
var TOKEN3 = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`(?:[^`\\]|\\[\s\S])*(?:`|$)|'([^'\\\n]*)'|"([^"\\\n]*)"/g;
var IMPORTING = /(?:^|[^\w$.])(?:from|import\s*\(?)\s*$/;
var MAX_BEFORE = 40;
var MAX_SPECIFIER = 500;
function parseDenoSource({ text }) {
  const builder = new ContentBuilder();
  const { lineAt } = indexLines(text);
  for (const { 0: token, 1: single, 2: double, index } of text.matchAll(TOKEN3)) {
    const specifier = single ?? double;
    if (specifier === void 0 || token.length > MAX_SPECIFIER) continue;
    if (!IMPORTING.test(text.slice(Math.max(0, index - MAX_BEFORE), index))) continue;
    const found = packageOfSpecifier(specifier);
    if (found) builder.add({ ...found, line: lineAt(index), direct: true, scope: "prod" });
  }
  return builder.content();
}

// scanners/dependencies/lockfiles/ruby/gem-specification.ts
var BLOCK = /\bGem::Specification\.new\b/;
var ASSIGNMENT = /^\s*\w+\.(name|version|licenses?)\s*=\s*(.+)$/;
var LITERAL = /^(?:Gem::Version\.new\s*\(?\s*)?(?:"([^"#\\]*)"|'([^'\\]*)')/;
var CONSTANT = /^(?:\w+::)*([A-Z]\w*)\b/;
var ARRAY_LITERAL = /"([^"\\]*)"|'([^'\\]*)'/g;
function readGemSpecification(text) {
  if (!BLOCK.test(text)) return void 0;
  const found = { name: "", version: "", licences: [], line: 1 };
  let versionConstant;
  for (const { text: line, number } of eachLine(text)) {
    const [, key, value = ""] = line.length > 2e3 ? [] : ASSIGNMENT.exec(line) ?? [];
    const literal = LITERAL.exec(value);
    const plain = literal?.[1] ?? literal?.[2];
    if (key === "name" && plain !== void 0) Object.assign(found, { name: plain, line: number });
    else if (key === "version" && plain !== void 0) found.version = plain;
    else if (key === "version") versionConstant = CONSTANT.exec(value)?.[1];
    else if (key?.startsWith("license")) {
      found.licences.push(...Array.from(value.matchAll(ARRAY_LITERAL), ([, a, b]) => a ?? b ?? ""));
    }
  }
  return found.name === "" ? void 0 : { ...found, versionConstant };
}
function constantOf(text, constant) {
  const [, double, single] = new RegExp(`^\\s*${constant}\\s*=\\s*(?:"([^"#\\\\\\n]*)"|'([^'\\\\\\n]*)')`, "m").exec(text) ?? [];
  return double ?? single;
}
var REQUIRED = /^\s*require(?:_relative)?[\s(]+(?:File\.(?:expand_path|join)\s*\(\s*)?(?:__dir__\s*,\s*)?["']([\w./-]{1,200})["']/gm;
var MAX_REQUIRED = 20;
function requiredFiles(text) {
  return Array.from(
    text.matchAll(REQUIRED),
    ([, path]) => path.endsWith(".rb") ? path : `${path}.rb`
  ).slice(0, MAX_REQUIRED);
}

// scanners/dependencies/lockfiles/manifest/gemspec.ts
var gemspec = {
  id: "gemspec",
  ecosystems: ["RubyGems"],
  wants: () => false,
  wantsBeside: (path) => path.endsWith(".rb"),
  parse: parseGemspec
};
async function parseGemspec(file, siblings) {
  const builder = new ContentBuilder();
  const found = readGemSpecification(file.text);
  if (!found) {
    builder.problem(1, "it specifies no gem");
    return builder.content();
  }
  const { name, line, licences, versionConstant } = found;
  const version = found.version || await resolveConstant(file, versionConstant, siblings) || "";
  if (version === "") {
    const message = `the version of ${quote(name)} is put together when the file is run`;
    builder.problem(line, message, "LOCKFILE_UNRESOLVED");
  } else {
    const licence = licences.length === 0 ? {} : { licence: licences.join(" OR ") };
    builder.add({ ecosystem: "RubyGems", name, version, line, ...licence });
  }
  return builder.content();
}
async function resolveConstant(file, constant, siblings) {
  if (constant === void 0) return void 0;
  const own = constantOf(file.text, constant);
  if (own !== void 0) return own;
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  for (const path of requiredFiles(file.text)) {
    for (const place of [path, `lib/${path}`]) {
      const text = (await siblings.read(`${folder}${place.replace(/^\.\//, "")}`))?.text;
      const value = text === void 0 ? void 0 : constantOf(text, constant);
      if (value !== void 0) return value;
    }
  }
  return void 0;
}

// scanners/dependencies/lockfiles/manifest/julia-project.ts
var juliaProject = {
  id: "Project.toml",
  ecosystems: ["Julia"],
  wants: () => false,
  parse: (file) => ownPackage(file, readToml(file.text), "Julia")
};

// scanners/dependencies/lockfiles/manifest/package-json.ts
var packageJson = {
  id: "package.json",
  ecosystems: ["npm"],
  wants: () => false,
  parse: (file) => ownPackage(file, readJson(file.text), "npm", isOfAnotherRegistry)
};
function isOfAnotherRegistry(root) {
  return root.has("contributes") || root.has("unity") || mapOf(root.get("engines"))?.has("vscode") === true;
}

// scanners/dependencies/lockfiles/manifest/pyproject-toml.ts
var pyprojectToml = {
  id: "pyproject.toml",
  ecosystems: ["PyPI"],
  wants: () => false,
  parse: parsePyprojectToml
};
function parsePyprojectToml(file) {
  const { root, builder } = openDocument(file, readToml(file.text));
  const project = root.get("project");
  addAll(builder, memberOf(project, "dependencies"), "prod");
  for (const [, group] of membersOf(memberOf(project, "optional-dependencies")))
    addAll(builder, group, "optional");
  for (const [, group] of membersOf(root.get("dependency-groups"))) addAll(builder, group, "dev");
  return builder.content();
}
function addAll(builder, list, scope) {
  for (const { line, endLine, value } of elementsOf(list)) {
    if (typeof value !== "string") continue;
    const requirement = parseRequirement(value);
    if (!requirement) builder.problem(line, `${quote(value)} is no requirement`);
    else if (requirement.url === void 0) {
      const version = firstNamedVersion(requirement);
      builder.add({ ecosystem: "PyPI", name: requirement.name, version, line, endLine, scope, direct: true });
    }
  }
}

// scanners/dependencies/lockfiles/python/licence-classifiers.json
var licence_classifiers_default = {
  "License :: CC0 1.0 Universal (CC0 1.0) Public Domain Dedication": "CC0-1.0",
  "License :: OSI Approved :: Apache Software License": "Apache-2.0",
  "License :: OSI Approved :: Boost Software License 1.0 (BSL-1.0)": "BSL-1.0",
  "License :: OSI Approved :: European Union Public Licence 1.2 (EUPL 1.2)": "EUPL-1.2",
  "License :: OSI Approved :: GNU Affero General Public License v3": "AGPL-3.0-only",
  "License :: OSI Approved :: GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
  "License :: OSI Approved :: GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
  "License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
  "License :: OSI Approved :: GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
  "License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
  "License :: OSI Approved :: GNU Lesser General Public License v2 (LGPLv2)": "LGPL-2.0-only",
  "License :: OSI Approved :: GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
  "License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
  "License :: OSI Approved :: GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
  "License :: OSI Approved :: ISC License (ISCL)": "ISC",
  "License :: OSI Approved :: MIT License": "MIT",
  "License :: OSI Approved :: MIT No Attribution License (MIT-0)": "MIT-0",
  "License :: OSI Approved :: Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
  "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
  "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
  "License :: OSI Approved :: The Unlicense (Unlicense)": "Unlicense",
  "License :: OSI Approved :: Universal Permissive License (UPL)": "UPL-1.0",
  "License :: OSI Approved :: Zero-Clause BSD (0BSD)": "0BSD",
  "License :: OSI Approved :: zlib/libpng License": "Zlib",
  "License :: OSI Approved :: Zope Public License": "ZPL-2.1"
};

// scanners/dependencies/lockfiles/python/core-metadata.ts
var MAX_FIELDS = 5e3;
function metadataFields(text) {
  const fields = [];
  for (const { text: line, number } of eachLine(text)) {
    if (line === "" || fields.length === MAX_FIELDS) break;
    const [, key, value] = /^([A-Za-z][A-Za-z0-9-]*):(.*)$/.exec(line) ?? [];
    if (key !== void 0) fields.push({ key: key.toLowerCase(), value: value.trim(), line: number });
  }
  return fields;
}
var LICENCE_OF = new Map(Object.entries(licence_classifiers_default));
function metadataLicence(fields) {
  const statedValue = (key) => fields.find((field) => field.key === key && isStated(field.value))?.value;
  const expression = statedValue("license-expression");
  if (expression !== void 0) return expression;
  const classified = fields.filter(({ key, value }) => key === "classifier" && value.startsWith("License ::")).map(({ value }) => LICENCE_OF.get(value));
  if (classified.length > 0 && !classified.includes(void 0)) return classified.join(" AND ");
  return statedValue("license");
}
function isStated(value) {
  return value !== "" && value.toUpperCase() !== "UNKNOWN";
}

// scanners/dependencies/lockfiles/manifest/python-metadata.ts
var pythonMetadata = {
  id: "METADATA",
  ecosystems: ["PyPI"],
  wants: () => false,
  parse: parsePythonMetadata
};
function parsePythonMetadata(file) {
  const builder = new ContentBuilder();
  const fields = metadataFields(file.text);
  const name = firstOf(fields, "name");
  const version = firstOf(fields, "version");
  if (!name || !version) builder.problem(1, `it has no ${name ? "Version" : "Name"}`);
  else {
    const licence = metadataLicence(fields);
    builder.add({
      ecosystem: "PyPI",
      name: name.value,
      version: version.value,
      line: name.line,
      ...licence === void 0 ? {} : { licence }
    });
  }
  return builder.content();
}
function firstOf(fields, key) {
  return fields.find((field) => field.key === key && field.value !== "");
}

// scanners/dependencies/lockfiles/manifest/setup-py.ts
var setupPy = {
  id: "setup.py",
  ecosystems: ["PyPI"],
  wants: () => false,
  parse: parseSetupPy
};
var LITERAL2 = /'([^'\\\n]*)'|"([^"\\\n]*)"|#.*/g;
var MAX_LITERAL = 300;
function parseSetupPy(file) {
  const builder = new ContentBuilder();
  for (const { text, number: line } of eachLine(file.text)) {
    for (const [, single, double] of text.matchAll(LITERAL2)) {
      const literal = (single ?? double ?? "").trim();
      if (literal.length > MAX_LITERAL || !/[=~]=|[<>]=/.test(literal)) continue;
      const requirement = parseRequirement(literal);
      const version = requirement && firstNamedVersion(requirement);
      if (version && /^\w/.test(version) && !/[%{}$]/.test(version))
        builder.add({ ecosystem: "PyPI", name: requirement.name, version, line, direct: true });
    }
  }
  return builder.content();
}

// scanners/dependencies/lockfiles/manifest-formats.ts
var MANIFEST_FORMATS = [
  packageJson,
  denoJson,
  denoSource,
  pyprojectToml,
  setupPy,
  pythonMetadata,
  condaMeta,
  cargoToml,
  gemspec,
  juliaProject,
  cpanMeta,
  cargoAuditable,
  dotnetPe,
  goBinary,
  vsix
];

// scanners/dependencies/text/detach.ts
var SHORTEST_PART = 13;
function detachTexts(content) {
  const shared = new SharedTexts();
  for (const one of content.packages) {
    one.name = copyOf(one.name);
    one.version = shared.text(one.version);
    one.source = shared.source(one.source);
    if (one.licence !== void 0) one.licence = shared.text(one.licence);
  }
  for (const edge of content.edges) {
    if (edge[2] !== void 0) edge[2] = shared.text(edge[2]);
  }
  return content;
}
var SharedTexts = class {
  #texts = /* @__PURE__ */ new Map();
  #registries = /* @__PURE__ */ new Map();
  text(text) {
    const known = this.#texts.get(text);
    if (known !== void 0) return known;
    const copy = copyOf(text);
    this.#texts.set(copy, copy);
    return copy;
  }
  source(source) {
    switch (source.kind) {
      case "registry":
        return source.url === null ? source : this.#registry(source.url);
      case "git": {
        const commit = source.commit === null ? null : copyOf(source.commit);
        return { kind: "git", url: this.text(source.url), commit };
      }
      case "url":
        return { kind: "url", url: copyOf(source.url) };
      default:
        return { kind: source.kind, path: copyOf(source.path) };
    }
  }
  #registry(url) {
    const known = this.#registries.get(url);
    if (known) return known;
    const source = { kind: "registry", url: this.text(url) };
    this.#registries.set(source.url, source);
    return source;
  }
};
function copyOf(text) {
  if (text.length < SHORTEST_PART) return text;
  const copy = Buffer.from(text, "latin1").toString("latin1");
  return copy === text ? copy : Buffer.from(text, "utf16le").toString("utf16le");
}

// scanners/dependencies/packages.ts
var ALL_FORMATS = [...FORMATS, ...MANIFEST_FORMATS];
var MAX_LOCKFILE_BYTES = 64 * 1024 * 1024;
function formatOfPath(path) {
  return FORMATS.find((format) => format.wants(path));
}
function formatOfId(id) {
  const plain = plainId(id);
  return ALL_FORMATS.find((format) => format.id === id) ?? ALL_FORMATS.find((format) => plainId(format.id) === plain);
}
function plainId(id) {
  return id.toLowerCase().replace(/[^a-z0-9]/g, "");
}
function readPackages2({ path, bytes }, format, siblings = NO_SIBLINGS) {
  return readInput(path, inputOf(path, bytes, format), format, siblings);
}
function inputOf(path, bytes, format) {
  if (bytes.length > MAX_LOCKFILE_BYTES) {
    const message = `${bytes.length} bytes are more than the ${MAX_LOCKFILE_BYTES} that are read`;
    return { kind: "problem", problem: { code: "LIMIT_EXCEEDED", message } };
  }
  try {
    if (format.parseBytes) return { kind: "content", content: format.parseBytes(path, bytes) };
    return { kind: "text", text: decodeLockfile(bytes) };
  } catch (thrown) {
    return { kind: "problem", problem: problemOf(thrown) };
  }
}
async function readInput(path, input, format, siblings) {
  const nothing = { path, format: format.id, packages: [], edges: [] };
  if (input.kind === "problem") return { ...nothing, errors: [shorten2(input.problem)] };
  try {
    const content = input.kind === "content" ? input.content : await format.parse({ path, text: input.text }, siblings);
    return { path, format: format.id, ...detachTexts(content), errors: content.errors.map(shorten2) };
  } catch (thrown) {
    return { ...nothing, errors: [shorten2(problemOf(thrown))] };
  }
}
function shorten2(problem) {
  const { message } = problem;
  return message.length <= MAX_MESSAGE2 ? problem : { ...problem, message: `${message.slice(0, MAX_MESSAGE2)}\u2026` };
}
var MAX_MESSAGE2 = 1e3;
function problemOf(thrown) {
  if (!(thrown instanceof SallyportError)) {
    return { code: "LOCKFILE_INVALID", message: `the parser gave up: ${messageOf(thrown)}` };
  }
  const line = thrown.place?.line;
  return { code: thrown.code, message: thrown.message, ...line === void 0 ? {} : { line } };
}

export {
  ROOT,
  require_packageurl_js,
  purl_types_default,
  require_semver2 as require_semver,
  decodeLockfile,
  memberOf,
  textOf,
  membersOf,
  readYaml,
  eachLine,
  readToml,
  readXmlTree,
  childOf,
  childrenOf,
  childText,
  EXACT,
  chosenRegistry,
  plainAddress,
  FORMATS,
  ADVISORY_LIMITS,
  readArchive,
  readGemSpecification,
  metadataFields,
  metadataLicence,
  ALL_FORMATS,
  MAX_LOCKFILE_BYTES,
  formatOfPath,
  formatOfId,
  readPackages2 as readPackages
};
