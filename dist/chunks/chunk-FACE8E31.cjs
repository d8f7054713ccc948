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
  chunk_7QDTEPUY: () => chunk_7QDTEPUY_exports,
  chunk_N2CEJMOH: () => chunk_N2CEJMOH_exports,
  chunk_OFVEZVAZ: () => chunk_OFVEZVAZ_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_cli4 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_7QDTEPUY_exports = {};
__export2(chunk_7QDTEPUY_exports, {
  AccessEngine: () => AccessEngine,
  Network: () => Network,
  changedRules: () => changedRules,
  countAssertions: () => countAssertions,
  readParty: () => readParty,
  runPolicyTests: () => runPolicyTests,
  standIn: () => standIn
});
var chunk_N2CEJMOH_exports = {};
__export2(chunk_N2CEJMOH_exports, {
  forgeOfSelector: () => forgeOfSelector,
  meetsPosture: () => meetsPosture,
  parseAccessRules: () => parseAccessRules,
  parseSelector: () => parseSelector,
  portIn: () => portIn,
  setContains: () => setContains
});
var chunk_OFVEZVAZ_exports = {};
__export2(chunk_OFVEZVAZ_exports, {
  applyEdits: () => applyEdits,
  modify: () => modify,
  parseHujson: () => parseHujson
});
function createScanner(text, ignoreTrivia = false) {
  const len = text.length;
  let pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
  function scanHexDigits(count, exact) {
    let digits = 0;
    let value2 = 0;
    while (digits < count || !exact) {
      let ch = text.charCodeAt(pos);
      if (ch >= 48 && ch <= 57) {
        value2 = value2 * 16 + ch - 48;
      } else if (ch >= 65 && ch <= 70) {
        value2 = value2 * 16 + ch - 65 + 10;
      } else if (ch >= 97 && ch <= 102) {
        value2 = value2 * 16 + ch - 97 + 10;
      } else {
        break;
      }
      pos++;
      digits++;
    }
    if (digits < count) {
      value2 = -1;
    }
    return value2;
  }
  function setPosition(newPosition) {
    pos = newPosition;
    value = "";
    tokenOffset = 0;
    token = 16;
    scanError = 0;
  }
  function scanNumber() {
    let start = pos;
    if (text.charCodeAt(pos) === 48) {
      pos++;
    } else {
      pos++;
      while (pos < text.length && isDigit(text.charCodeAt(pos))) {
        pos++;
      }
    }
    if (pos < text.length && text.charCodeAt(pos) === 46) {
      pos++;
      if (pos < text.length && isDigit(text.charCodeAt(pos))) {
        pos++;
        while (pos < text.length && isDigit(text.charCodeAt(pos))) {
          pos++;
        }
      } else {
        scanError = 3;
        return text.substring(start, pos);
      }
    }
    let end = pos;
    if (pos < text.length && (text.charCodeAt(pos) === 69 || text.charCodeAt(pos) === 101)) {
      pos++;
      if (pos < text.length && text.charCodeAt(pos) === 43 || text.charCodeAt(pos) === 45) {
        pos++;
      }
      if (pos < text.length && isDigit(text.charCodeAt(pos))) {
        pos++;
        while (pos < text.length && isDigit(text.charCodeAt(pos))) {
          pos++;
        }
        end = pos;
      } else {
        scanError = 3;
      }
    }
    return text.substring(start, end);
  }
  function scanString() {
    let result = "", start = pos;
    while (true) {
      if (pos >= len) {
        result += text.substring(start, pos);
        scanError = 2;
        break;
      }
      const ch = text.charCodeAt(pos);
      if (ch === 34) {
        result += text.substring(start, pos);
        pos++;
        break;
      }
      if (ch === 92) {
        result += text.substring(start, pos);
        pos++;
        if (pos >= len) {
          scanError = 2;
          break;
        }
        const ch2 = text.charCodeAt(pos++);
        switch (ch2) {
          case 34:
            result += '"';
            break;
          case 92:
            result += "\\";
            break;
          case 47:
            result += "/";
            break;
          case 98:
            result += "\b";
            break;
          case 102:
            result += "\f";
            break;
          case 110:
            result += "\n";
            break;
          case 114:
            result += "\r";
            break;
          case 116:
            result += "	";
            break;
          case 117:
            const ch3 = scanHexDigits(4, true);
            if (ch3 >= 0) {
              result += String.fromCharCode(ch3);
            } else {
              scanError = 4;
            }
            break;
          default:
            scanError = 5;
        }
        start = pos;
        continue;
      }
      if (ch >= 0 && ch <= 31) {
        if (isLineBreak(ch)) {
          result += text.substring(start, pos);
          scanError = 2;
          break;
        } else {
          scanError = 6;
        }
      }
      pos++;
    }
    return result;
  }
  function scanNext() {
    value = "";
    scanError = 0;
    tokenOffset = pos;
    lineStartOffset = lineNumber;
    prevTokenLineStartOffset = tokenLineStartOffset;
    if (pos >= len) {
      tokenOffset = len;
      return token = 17;
    }
    let code = text.charCodeAt(pos);
    if (isWhiteSpace(code)) {
      do {
        pos++;
        value += String.fromCharCode(code);
        code = text.charCodeAt(pos);
      } while (isWhiteSpace(code));
      return token = 15;
    }
    if (isLineBreak(code)) {
      pos++;
      value += String.fromCharCode(code);
      if (code === 13 && text.charCodeAt(pos) === 10) {
        pos++;
        value += "\n";
      }
      lineNumber++;
      tokenLineStartOffset = pos;
      return token = 14;
    }
    switch (code) {
      // tokens: []{}:,
      case 123:
        pos++;
        return token = 1;
      case 125:
        pos++;
        return token = 2;
      case 91:
        pos++;
        return token = 3;
      case 93:
        pos++;
        return token = 4;
      case 58:
        pos++;
        return token = 6;
      case 44:
        pos++;
        return token = 5;
      // strings
      case 34:
        pos++;
        value = scanString();
        return token = 10;
      // comments
      case 47:
        const start = pos - 1;
        if (text.charCodeAt(pos + 1) === 47) {
          pos += 2;
          while (pos < len) {
            if (isLineBreak(text.charCodeAt(pos))) {
              break;
            }
            pos++;
          }
          value = text.substring(start, pos);
          return token = 12;
        }
        if (text.charCodeAt(pos + 1) === 42) {
          pos += 2;
          const safeLength = len - 1;
          let commentClosed = false;
          while (pos < safeLength) {
            const ch = text.charCodeAt(pos);
            if (ch === 42 && text.charCodeAt(pos + 1) === 47) {
              pos += 2;
              commentClosed = true;
              break;
            }
            pos++;
            if (isLineBreak(ch)) {
              if (ch === 13 && text.charCodeAt(pos) === 10) {
                pos++;
              }
              lineNumber++;
              tokenLineStartOffset = pos;
            }
          }
          if (!commentClosed) {
            pos++;
            scanError = 1;
          }
          value = text.substring(start, pos);
          return token = 13;
        }
        value += String.fromCharCode(code);
        pos++;
        return token = 16;
      // numbers
      case 45:
        value += String.fromCharCode(code);
        pos++;
        if (pos === len || !isDigit(text.charCodeAt(pos))) {
          return token = 16;
        }
      // found a minus, followed by a number so
      // we fall through to proceed with scanning
      // numbers
      case 48:
      case 49:
      case 50:
      case 51:
      case 52:
      case 53:
      case 54:
      case 55:
      case 56:
      case 57:
        value += scanNumber();
        return token = 11;
      // literals and unknown symbols
      default:
        while (pos < len && isUnknownContentCharacter(code)) {
          pos++;
          code = text.charCodeAt(pos);
        }
        if (tokenOffset !== pos) {
          value = text.substring(tokenOffset, pos);
          switch (value) {
            case "true":
              return token = 8;
            case "false":
              return token = 9;
            case "null":
              return token = 7;
          }
          return token = 16;
        }
        value += String.fromCharCode(code);
        pos++;
        return token = 16;
    }
  }
  function isUnknownContentCharacter(code) {
    if (isWhiteSpace(code) || isLineBreak(code)) {
      return false;
    }
    switch (code) {
      case 125:
      case 93:
      case 123:
      case 91:
      case 34:
      case 58:
      case 44:
      case 47:
        return false;
    }
    return true;
  }
  function scanNextNonTrivia() {
    let result;
    do {
      result = scanNext();
    } while (result >= 12 && result <= 15);
    return result;
  }
  return {
    setPosition,
    getPosition: () => pos,
    scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
    getToken: () => token,
    getTokenValue: () => value,
    getTokenOffset: () => tokenOffset,
    getTokenLength: () => pos - tokenOffset,
    getTokenStartLine: () => lineStartOffset,
    getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
    getTokenError: () => scanError
  };
}
function isWhiteSpace(ch) {
  return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
  return ch === 10 || ch === 13;
}
function isDigit(ch) {
  return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes2) {
  CharacterCodes2[CharacterCodes2["lineFeed"] = 10] = "lineFeed";
  CharacterCodes2[CharacterCodes2["carriageReturn"] = 13] = "carriageReturn";
  CharacterCodes2[CharacterCodes2["space"] = 32] = "space";
  CharacterCodes2[CharacterCodes2["_0"] = 48] = "_0";
  CharacterCodes2[CharacterCodes2["_1"] = 49] = "_1";
  CharacterCodes2[CharacterCodes2["_2"] = 50] = "_2";
  CharacterCodes2[CharacterCodes2["_3"] = 51] = "_3";
  CharacterCodes2[CharacterCodes2["_4"] = 52] = "_4";
  CharacterCodes2[CharacterCodes2["_5"] = 53] = "_5";
  CharacterCodes2[CharacterCodes2["_6"] = 54] = "_6";
  CharacterCodes2[CharacterCodes2["_7"] = 55] = "_7";
  CharacterCodes2[CharacterCodes2["_8"] = 56] = "_8";
  CharacterCodes2[CharacterCodes2["_9"] = 57] = "_9";
  CharacterCodes2[CharacterCodes2["a"] = 97] = "a";
  CharacterCodes2[CharacterCodes2["b"] = 98] = "b";
  CharacterCodes2[CharacterCodes2["c"] = 99] = "c";
  CharacterCodes2[CharacterCodes2["d"] = 100] = "d";
  CharacterCodes2[CharacterCodes2["e"] = 101] = "e";
  CharacterCodes2[CharacterCodes2["f"] = 102] = "f";
  CharacterCodes2[CharacterCodes2["g"] = 103] = "g";
  CharacterCodes2[CharacterCodes2["h"] = 104] = "h";
  CharacterCodes2[CharacterCodes2["i"] = 105] = "i";
  CharacterCodes2[CharacterCodes2["j"] = 106] = "j";
  CharacterCodes2[CharacterCodes2["k"] = 107] = "k";
  CharacterCodes2[CharacterCodes2["l"] = 108] = "l";
  CharacterCodes2[CharacterCodes2["m"] = 109] = "m";
  CharacterCodes2[CharacterCodes2["n"] = 110] = "n";
  CharacterCodes2[CharacterCodes2["o"] = 111] = "o";
  CharacterCodes2[CharacterCodes2["p"] = 112] = "p";
  CharacterCodes2[CharacterCodes2["q"] = 113] = "q";
  CharacterCodes2[CharacterCodes2["r"] = 114] = "r";
  CharacterCodes2[CharacterCodes2["s"] = 115] = "s";
  CharacterCodes2[CharacterCodes2["t"] = 116] = "t";
  CharacterCodes2[CharacterCodes2["u"] = 117] = "u";
  CharacterCodes2[CharacterCodes2["v"] = 118] = "v";
  CharacterCodes2[CharacterCodes2["w"] = 119] = "w";
  CharacterCodes2[CharacterCodes2["x"] = 120] = "x";
  CharacterCodes2[CharacterCodes2["y"] = 121] = "y";
  CharacterCodes2[CharacterCodes2["z"] = 122] = "z";
  CharacterCodes2[CharacterCodes2["A"] = 65] = "A";
  CharacterCodes2[CharacterCodes2["B"] = 66] = "B";
  CharacterCodes2[CharacterCodes2["C"] = 67] = "C";
  CharacterCodes2[CharacterCodes2["D"] = 68] = "D";
  CharacterCodes2[CharacterCodes2["E"] = 69] = "E";
  CharacterCodes2[CharacterCodes2["F"] = 70] = "F";
  CharacterCodes2[CharacterCodes2["G"] = 71] = "G";
  CharacterCodes2[CharacterCodes2["H"] = 72] = "H";
  CharacterCodes2[CharacterCodes2["I"] = 73] = "I";
  CharacterCodes2[CharacterCodes2["J"] = 74] = "J";
  CharacterCodes2[CharacterCodes2["K"] = 75] = "K";
  CharacterCodes2[CharacterCodes2["L"] = 76] = "L";
  CharacterCodes2[CharacterCodes2["M"] = 77] = "M";
  CharacterCodes2[CharacterCodes2["N"] = 78] = "N";
  CharacterCodes2[CharacterCodes2["O"] = 79] = "O";
  CharacterCodes2[CharacterCodes2["P"] = 80] = "P";
  CharacterCodes2[CharacterCodes2["Q"] = 81] = "Q";
  CharacterCodes2[CharacterCodes2["R"] = 82] = "R";
  CharacterCodes2[CharacterCodes2["S"] = 83] = "S";
  CharacterCodes2[CharacterCodes2["T"] = 84] = "T";
  CharacterCodes2[CharacterCodes2["U"] = 85] = "U";
  CharacterCodes2[CharacterCodes2["V"] = 86] = "V";
  CharacterCodes2[CharacterCodes2["W"] = 87] = "W";
  CharacterCodes2[CharacterCodes2["X"] = 88] = "X";
  CharacterCodes2[CharacterCodes2["Y"] = 89] = "Y";
  CharacterCodes2[CharacterCodes2["Z"] = 90] = "Z";
  CharacterCodes2[CharacterCodes2["asterisk"] = 42] = "asterisk";
  CharacterCodes2[CharacterCodes2["backslash"] = 92] = "backslash";
  CharacterCodes2[CharacterCodes2["closeBrace"] = 125] = "closeBrace";
  CharacterCodes2[CharacterCodes2["closeBracket"] = 93] = "closeBracket";
  CharacterCodes2[CharacterCodes2["colon"] = 58] = "colon";
  CharacterCodes2[CharacterCodes2["comma"] = 44] = "comma";
  CharacterCodes2[CharacterCodes2["dot"] = 46] = "dot";
  CharacterCodes2[CharacterCodes2["doubleQuote"] = 34] = "doubleQuote";
  CharacterCodes2[CharacterCodes2["minus"] = 45] = "minus";
  CharacterCodes2[CharacterCodes2["openBrace"] = 123] = "openBrace";
  CharacterCodes2[CharacterCodes2["openBracket"] = 91] = "openBracket";
  CharacterCodes2[CharacterCodes2["plus"] = 43] = "plus";
  CharacterCodes2[CharacterCodes2["slash"] = 47] = "slash";
  CharacterCodes2[CharacterCodes2["formFeed"] = 12] = "formFeed";
  CharacterCodes2[CharacterCodes2["tab"] = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));
var cachedSpaces = new Array(20).fill(0).map((_, index) => {
  return " ".repeat(index);
});
var maxCachedValues = 200;
var cachedBreakLinesWithSpaces = {
  " ": {
    "\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\n" + " ".repeat(index);
    }),
    "\r": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r" + " ".repeat(index);
    }),
    "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r\n" + " ".repeat(index);
    })
  },
  "	": {
    "\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\n" + "	".repeat(index);
    }),
    "\r": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r" + "	".repeat(index);
    }),
    "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r\n" + "	".repeat(index);
    })
  }
};
var supportedEols = ["\n", "\r", "\r\n"];
function format(documentText, range, options) {
  let initialIndentLevel;
  let formatText;
  let formatTextStart;
  let rangeStart;
  let rangeEnd;
  if (range) {
    rangeStart = range.offset;
    rangeEnd = rangeStart + range.length;
    formatTextStart = rangeStart;
    while (formatTextStart > 0 && !isEOL(documentText, formatTextStart - 1)) {
      formatTextStart--;
    }
    let endOffset = rangeEnd;
    while (endOffset < documentText.length && !isEOL(documentText, endOffset)) {
      endOffset++;
    }
    formatText = documentText.substring(formatTextStart, endOffset);
    initialIndentLevel = computeIndentLevel(formatText, options);
  } else {
    formatText = documentText;
    initialIndentLevel = 0;
    formatTextStart = 0;
    rangeStart = 0;
    rangeEnd = documentText.length;
  }
  const eol = getEOL(options, documentText);
  const eolFastPathSupported = supportedEols.includes(eol);
  let numberLineBreaks = 0;
  let indentLevel = 0;
  let indentValue;
  if (options.insertSpaces) {
    indentValue = cachedSpaces[options.tabSize || 4] ?? repeat(cachedSpaces[1], options.tabSize || 4);
  } else {
    indentValue = "	";
  }
  const indentType = indentValue === "	" ? "	" : " ";
  let scanner = createScanner(formatText, false);
  let hasError = false;
  function newLinesAndIndent() {
    if (numberLineBreaks > 1) {
      return repeat(eol, numberLineBreaks) + repeat(indentValue, initialIndentLevel + indentLevel);
    }
    const amountOfSpaces = indentValue.length * (initialIndentLevel + indentLevel);
    if (!eolFastPathSupported || amountOfSpaces > cachedBreakLinesWithSpaces[indentType][eol].length) {
      return eol + repeat(indentValue, initialIndentLevel + indentLevel);
    }
    if (amountOfSpaces <= 0) {
      return eol;
    }
    return cachedBreakLinesWithSpaces[indentType][eol][amountOfSpaces];
  }
  function scanNext() {
    let token = scanner.scan();
    numberLineBreaks = 0;
    while (token === 15 || token === 14) {
      if (token === 14 && options.keepLines) {
        numberLineBreaks += 1;
      } else if (token === 14) {
        numberLineBreaks = 1;
      }
      token = scanner.scan();
    }
    hasError = token === 16 || scanner.getTokenError() !== 0;
    return token;
  }
  const editOperations = [];
  function addEdit(text, startOffset, endOffset) {
    if (!hasError && (!range || startOffset < rangeEnd && endOffset > rangeStart) && documentText.substring(startOffset, endOffset) !== text) {
      editOperations.push({ offset: startOffset, length: endOffset - startOffset, content: text });
    }
  }
  let firstToken = scanNext();
  if (options.keepLines && numberLineBreaks > 0) {
    addEdit(repeat(eol, numberLineBreaks), 0, 0);
  }
  if (firstToken !== 17) {
    let firstTokenStart = scanner.getTokenOffset() + formatTextStart;
    let initialIndent = indentValue.length * initialIndentLevel < 20 && options.insertSpaces ? cachedSpaces[indentValue.length * initialIndentLevel] : repeat(indentValue, initialIndentLevel);
    addEdit(initialIndent, formatTextStart, firstTokenStart);
  }
  while (firstToken !== 17) {
    let firstTokenEnd = scanner.getTokenOffset() + scanner.getTokenLength() + formatTextStart;
    let secondToken = scanNext();
    let replaceContent = "";
    let needsLineBreak = false;
    while (numberLineBreaks === 0 && (secondToken === 12 || secondToken === 13)) {
      let commentTokenStart = scanner.getTokenOffset() + formatTextStart;
      addEdit(cachedSpaces[1], firstTokenEnd, commentTokenStart);
      firstTokenEnd = scanner.getTokenOffset() + scanner.getTokenLength() + formatTextStart;
      needsLineBreak = secondToken === 12;
      replaceContent = needsLineBreak ? newLinesAndIndent() : "";
      secondToken = scanNext();
    }
    if (secondToken === 2) {
      if (firstToken !== 1) {
        indentLevel--;
      }
      ;
      if (options.keepLines && numberLineBreaks > 0 || !options.keepLines && firstToken !== 1) {
        replaceContent = newLinesAndIndent();
      } else if (options.keepLines) {
        replaceContent = cachedSpaces[1];
      }
    } else if (secondToken === 4) {
      if (firstToken !== 3) {
        indentLevel--;
      }
      ;
      if (options.keepLines && numberLineBreaks > 0 || !options.keepLines && firstToken !== 3) {
        replaceContent = newLinesAndIndent();
      } else if (options.keepLines) {
        replaceContent = cachedSpaces[1];
      }
    } else {
      switch (firstToken) {
        case 3:
        case 1:
          indentLevel++;
          if (options.keepLines && numberLineBreaks > 0 || !options.keepLines) {
            replaceContent = newLinesAndIndent();
          } else {
            replaceContent = cachedSpaces[1];
          }
          break;
        case 5:
          if (options.keepLines && numberLineBreaks > 0 || !options.keepLines) {
            replaceContent = newLinesAndIndent();
          } else {
            replaceContent = cachedSpaces[1];
          }
          break;
        case 12:
          replaceContent = newLinesAndIndent();
          break;
        case 13:
          if (numberLineBreaks > 0) {
            replaceContent = newLinesAndIndent();
          } else if (!needsLineBreak) {
            replaceContent = cachedSpaces[1];
          }
          break;
        case 6:
          if (options.keepLines && numberLineBreaks > 0) {
            replaceContent = newLinesAndIndent();
          } else if (!needsLineBreak) {
            replaceContent = cachedSpaces[1];
          }
          break;
        case 10:
          if (options.keepLines && numberLineBreaks > 0) {
            replaceContent = newLinesAndIndent();
          } else if (secondToken === 6 && !needsLineBreak) {
            replaceContent = "";
          }
          break;
        case 7:
        case 8:
        case 9:
        case 11:
        case 2:
        case 4:
          if (options.keepLines && numberLineBreaks > 0) {
            replaceContent = newLinesAndIndent();
          } else {
            if ((secondToken === 12 || secondToken === 13) && !needsLineBreak) {
              replaceContent = cachedSpaces[1];
            } else if (secondToken !== 5 && secondToken !== 17) {
              hasError = true;
            }
          }
          break;
        case 16:
          hasError = true;
          break;
      }
      if (numberLineBreaks > 0 && (secondToken === 12 || secondToken === 13)) {
        replaceContent = newLinesAndIndent();
      }
    }
    if (secondToken === 17) {
      if (options.keepLines && numberLineBreaks > 0) {
        replaceContent = newLinesAndIndent();
      } else {
        replaceContent = options.insertFinalNewline ? eol : "";
      }
    }
    const secondTokenStart = scanner.getTokenOffset() + formatTextStart;
    addEdit(replaceContent, firstTokenEnd, secondTokenStart);
    firstToken = secondToken;
  }
  return editOperations;
}
function repeat(s, count) {
  let result = "";
  for (let i = 0; i < count; i++) {
    result += s;
  }
  return result;
}
function computeIndentLevel(content, options) {
  let i = 0;
  let nChars = 0;
  const tabSize = options.tabSize || 4;
  while (i < content.length) {
    let ch = content.charAt(i);
    if (ch === cachedSpaces[1]) {
      nChars++;
    } else if (ch === "	") {
      nChars += tabSize;
    } else {
      break;
    }
    i++;
  }
  return Math.floor(nChars / tabSize);
}
function getEOL(options, text) {
  for (let i = 0; i < text.length; i++) {
    const ch = text.charAt(i);
    if (ch === "\r") {
      if (i + 1 < text.length && text.charAt(i + 1) === "\n") {
        return "\r\n";
      }
      return "\r";
    } else if (ch === "\n") {
      return "\n";
    }
  }
  return options && options.eol || "\n";
}
function isEOL(text, offset) {
  return "\r\n".indexOf(text.charAt(offset)) !== -1;
}
var ParseOptions;
(function(ParseOptions2) {
  ParseOptions2.DEFAULT = {
    allowTrailingComma: false
  };
})(ParseOptions || (ParseOptions = {}));
function parseTree(text, errors = [], options = ParseOptions.DEFAULT) {
  let currentParent = { type: "array", offset: -1, length: -1, children: [], parent: void 0 };
  function ensurePropertyComplete(endOffset) {
    if (currentParent.type === "property") {
      currentParent.length = endOffset - currentParent.offset;
      currentParent = currentParent.parent;
    }
  }
  function onValue(valueNode) {
    currentParent.children.push(valueNode);
    return valueNode;
  }
  const visitor = {
    onObjectBegin: (offset) => {
      currentParent = onValue({ type: "object", offset, length: -1, parent: currentParent, children: [] });
    },
    onObjectProperty: (name, offset, length) => {
      currentParent = onValue({ type: "property", offset, length: -1, parent: currentParent, children: [] });
      currentParent.children.push({ type: "string", value: name, offset, length, parent: currentParent });
    },
    onObjectEnd: (offset, length) => {
      ensurePropertyComplete(offset + length);
      currentParent.length = offset + length - currentParent.offset;
      currentParent = currentParent.parent;
      ensurePropertyComplete(offset + length);
    },
    onArrayBegin: (offset, length) => {
      currentParent = onValue({ type: "array", offset, length: -1, parent: currentParent, children: [] });
    },
    onArrayEnd: (offset, length) => {
      currentParent.length = offset + length - currentParent.offset;
      currentParent = currentParent.parent;
      ensurePropertyComplete(offset + length);
    },
    onLiteralValue: (value, offset, length) => {
      onValue({ type: getNodeType(value), offset, length, parent: currentParent, value });
      ensurePropertyComplete(offset + length);
    },
    onSeparator: (sep, offset, length) => {
      if (currentParent.type === "property") {
        if (sep === ":") {
          currentParent.colonOffset = offset;
        } else if (sep === ",") {
          ensurePropertyComplete(offset);
        }
      }
    },
    onError: (error, offset, length) => {
      errors.push({ error, offset, length });
    }
  };
  visit(text, visitor, options);
  const result = currentParent.children[0];
  if (result) {
    delete result.parent;
  }
  return result;
}
function findNodeAtLocation(root, path) {
  if (!root) {
    return void 0;
  }
  let node = root;
  for (let segment of path) {
    if (typeof segment === "string") {
      if (node.type !== "object" || !Array.isArray(node.children)) {
        return void 0;
      }
      let found = false;
      for (const propertyNode of node.children) {
        if (Array.isArray(propertyNode.children) && propertyNode.children[0].value === segment && propertyNode.children.length === 2) {
          node = propertyNode.children[1];
          found = true;
          break;
        }
      }
      if (!found) {
        return void 0;
      }
    } else {
      const index = segment;
      if (node.type !== "array" || index < 0 || !Array.isArray(node.children) || index >= node.children.length) {
        return void 0;
      }
      node = node.children[index];
    }
  }
  return node;
}
function visit(text, visitor, options = ParseOptions.DEFAULT) {
  const _scanner = createScanner(text, false);
  const _jsonPath = [];
  let suppressedCallbacks = 0;
  function toNoArgVisit(visitFunction) {
    return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
  }
  function toOneArgVisit(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
  }
  function toOneArgVisitWithPath(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
  }
  function toBeginVisit(visitFunction) {
    return visitFunction ? () => {
      if (suppressedCallbacks > 0) {
        suppressedCallbacks++;
      } else {
        let cbReturn = visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice());
        if (cbReturn === false) {
          suppressedCallbacks = 1;
        }
      }
    } : () => true;
  }
  function toEndVisit(visitFunction) {
    return visitFunction ? () => {
      if (suppressedCallbacks > 0) {
        suppressedCallbacks--;
      }
      if (suppressedCallbacks === 0) {
        visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
      }
    } : () => true;
  }
  const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
  const disallowComments = options && options.disallowComments;
  const allowTrailingComma = options && options.allowTrailingComma;
  function scanNext() {
    while (true) {
      const token = _scanner.scan();
      switch (_scanner.getTokenError()) {
        case 4:
          handleError(
            14
            /* ParseErrorCode.InvalidUnicode */
          );
          break;
        case 5:
          handleError(
            15
            /* ParseErrorCode.InvalidEscapeCharacter */
          );
          break;
        case 3:
          handleError(
            13
            /* ParseErrorCode.UnexpectedEndOfNumber */
          );
          break;
        case 1:
          if (!disallowComments) {
            handleError(
              11
              /* ParseErrorCode.UnexpectedEndOfComment */
            );
          }
          break;
        case 2:
          handleError(
            12
            /* ParseErrorCode.UnexpectedEndOfString */
          );
          break;
        case 6:
          handleError(
            16
            /* ParseErrorCode.InvalidCharacter */
          );
          break;
      }
      switch (token) {
        case 12:
        case 13:
          if (disallowComments) {
            handleError(
              10
              /* ParseErrorCode.InvalidCommentToken */
            );
          } else {
            onComment();
          }
          break;
        case 16:
          handleError(
            1
            /* ParseErrorCode.InvalidSymbol */
          );
          break;
        case 15:
        case 14:
          break;
        default:
          return token;
      }
    }
  }
  function handleError(error, skipUntilAfter = [], skipUntil = []) {
    onError(error);
    if (skipUntilAfter.length + skipUntil.length > 0) {
      let token = _scanner.getToken();
      while (token !== 17) {
        if (skipUntilAfter.indexOf(token) !== -1) {
          scanNext();
          break;
        } else if (skipUntil.indexOf(token) !== -1) {
          break;
        }
        token = scanNext();
      }
    }
  }
  function parseString(isValue) {
    const value = _scanner.getTokenValue();
    if (isValue) {
      onLiteralValue(value);
    } else {
      onObjectProperty(value);
      _jsonPath.push(value);
    }
    scanNext();
    return true;
  }
  function parseLiteral() {
    switch (_scanner.getToken()) {
      case 11:
        const tokenValue = _scanner.getTokenValue();
        let value = Number(tokenValue);
        if (isNaN(value)) {
          handleError(
            2
            /* ParseErrorCode.InvalidNumberFormat */
          );
          value = 0;
        }
        onLiteralValue(value);
        break;
      case 7:
        onLiteralValue(null);
        break;
      case 8:
        onLiteralValue(true);
        break;
      case 9:
        onLiteralValue(false);
        break;
      default:
        return false;
    }
    scanNext();
    return true;
  }
  function parseProperty() {
    if (_scanner.getToken() !== 10) {
      handleError(3, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]);
      return false;
    }
    parseString(false);
    if (_scanner.getToken() === 6) {
      onSeparator(":");
      scanNext();
      if (!parseValue()) {
        handleError(4, [], [
          2,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
    } else {
      handleError(5, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]);
    }
    _jsonPath.pop();
    return true;
  }
  function parseObject() {
    onObjectBegin();
    scanNext();
    let needsComma = false;
    while (_scanner.getToken() !== 2 && _scanner.getToken() !== 17) {
      if (_scanner.getToken() === 5) {
        if (!needsComma) {
          handleError(4, [], []);
        }
        onSeparator(",");
        scanNext();
        if (_scanner.getToken() === 2 && allowTrailingComma) {
          break;
        }
      } else if (needsComma) {
        handleError(6, [], []);
      }
      if (!parseProperty()) {
        handleError(4, [], [
          2,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
      needsComma = true;
    }
    onObjectEnd();
    if (_scanner.getToken() !== 2) {
      handleError(7, [
        2
        /* SyntaxKind.CloseBraceToken */
      ], []);
    } else {
      scanNext();
    }
    return true;
  }
  function parseArray() {
    onArrayBegin();
    scanNext();
    let isFirstElement = true;
    let needsComma = false;
    while (_scanner.getToken() !== 4 && _scanner.getToken() !== 17) {
      if (_scanner.getToken() === 5) {
        if (!needsComma) {
          handleError(4, [], []);
        }
        onSeparator(",");
        scanNext();
        if (_scanner.getToken() === 4 && allowTrailingComma) {
          break;
        }
      } else if (needsComma) {
        handleError(6, [], []);
      }
      if (isFirstElement) {
        _jsonPath.push(0);
        isFirstElement = false;
      } else {
        _jsonPath[_jsonPath.length - 1]++;
      }
      if (!parseValue()) {
        handleError(4, [], [
          4,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
      needsComma = true;
    }
    onArrayEnd();
    if (!isFirstElement) {
      _jsonPath.pop();
    }
    if (_scanner.getToken() !== 4) {
      handleError(8, [
        4
        /* SyntaxKind.CloseBracketToken */
      ], []);
    } else {
      scanNext();
    }
    return true;
  }
  function parseValue() {
    switch (_scanner.getToken()) {
      case 3:
        return parseArray();
      case 1:
        return parseObject();
      case 10:
        return parseString(true);
      default:
        return parseLiteral();
    }
  }
  scanNext();
  if (_scanner.getToken() === 17) {
    if (options.allowEmptyContent) {
      return true;
    }
    handleError(4, [], []);
    return false;
  }
  if (!parseValue()) {
    handleError(4, [], []);
    return false;
  }
  if (_scanner.getToken() !== 17) {
    handleError(9, [], []);
  }
  return true;
}
function getNodeType(value) {
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return "number";
    case "string":
      return "string";
    case "object": {
      if (!value) {
        return "null";
      } else if (Array.isArray(value)) {
        return "array";
      }
      return "object";
    }
    default:
      return "null";
  }
}
function setProperty(text, originalPath, value, options) {
  const path = originalPath.slice();
  const errors = [];
  const root = parseTree(text, errors);
  let parent = void 0;
  let lastSegment = void 0;
  while (path.length > 0) {
    lastSegment = path.pop();
    parent = findNodeAtLocation(root, path);
    if (parent === void 0 && value !== void 0) {
      if (typeof lastSegment === "string") {
        value = { [lastSegment]: value };
      } else {
        value = [value];
      }
    } else {
      break;
    }
  }
  if (!parent) {
    if (value === void 0) {
      throw new Error("Can not delete in empty document");
    }
    return withFormatting(text, { offset: root ? root.offset : 0, length: root ? root.length : 0, content: JSON.stringify(value) }, options);
  } else if (parent.type === "object" && typeof lastSegment === "string" && Array.isArray(parent.children)) {
    const existing = findNodeAtLocation(parent, [lastSegment]);
    if (existing !== void 0) {
      if (value === void 0) {
        if (!existing.parent) {
          throw new Error("Malformed AST");
        }
        const propertyIndex = parent.children.indexOf(existing.parent);
        let removeBegin;
        let removeEnd = existing.parent.offset + existing.parent.length;
        if (propertyIndex > 0) {
          let previous = parent.children[propertyIndex - 1];
          removeBegin = previous.offset + previous.length;
        } else {
          removeBegin = parent.offset + 1;
          if (parent.children.length > 1) {
            let next = parent.children[1];
            removeEnd = next.offset;
          }
        }
        return withFormatting(text, { offset: removeBegin, length: removeEnd - removeBegin, content: "" }, options);
      } else {
        return withFormatting(text, { offset: existing.offset, length: existing.length, content: JSON.stringify(value) }, options);
      }
    } else {
      if (value === void 0) {
        return [];
      }
      const newProperty = `${JSON.stringify(lastSegment)}: ${JSON.stringify(value)}`;
      const index = options.getInsertionIndex ? options.getInsertionIndex(parent.children.map((p) => p.children[0].value)) : parent.children.length;
      let edit;
      if (index > 0) {
        let previous = parent.children[index - 1];
        edit = { offset: previous.offset + previous.length, length: 0, content: "," + newProperty };
      } else if (parent.children.length === 0) {
        edit = { offset: parent.offset + 1, length: 0, content: newProperty };
      } else {
        edit = { offset: parent.offset + 1, length: 0, content: newProperty + "," };
      }
      return withFormatting(text, edit, options);
    }
  } else if (parent.type === "array" && typeof lastSegment === "number" && Array.isArray(parent.children)) {
    const insertIndex = lastSegment;
    if (insertIndex === -1) {
      const newProperty = `${JSON.stringify(value)}`;
      let edit;
      if (parent.children.length === 0) {
        edit = { offset: parent.offset + 1, length: 0, content: newProperty };
      } else {
        const previous = parent.children[parent.children.length - 1];
        edit = { offset: previous.offset + previous.length, length: 0, content: "," + newProperty };
      }
      return withFormatting(text, edit, options);
    } else if (value === void 0 && parent.children.length >= 0) {
      const removalIndex = lastSegment;
      const toRemove = parent.children[removalIndex];
      let edit;
      if (parent.children.length === 1) {
        edit = { offset: parent.offset + 1, length: parent.length - 2, content: "" };
      } else if (parent.children.length - 1 === removalIndex) {
        let previous = parent.children[removalIndex - 1];
        let offset = previous.offset + previous.length;
        let parentEndOffset = parent.offset + parent.length;
        edit = { offset, length: parentEndOffset - 2 - offset, content: "" };
      } else {
        edit = { offset: toRemove.offset, length: parent.children[removalIndex + 1].offset - toRemove.offset, content: "" };
      }
      return withFormatting(text, edit, options);
    } else if (value !== void 0) {
      let edit;
      const newProperty = `${JSON.stringify(value)}`;
      if (!options.isArrayInsertion && parent.children.length > lastSegment) {
        const toModify = parent.children[lastSegment];
        edit = { offset: toModify.offset, length: toModify.length, content: newProperty };
      } else if (parent.children.length === 0 || lastSegment === 0) {
        edit = { offset: parent.offset + 1, length: 0, content: parent.children.length === 0 ? newProperty : newProperty + "," };
      } else {
        const index = lastSegment > parent.children.length ? parent.children.length : lastSegment;
        const previous = parent.children[index - 1];
        edit = { offset: previous.offset + previous.length, length: 0, content: "," + newProperty };
      }
      return withFormatting(text, edit, options);
    } else {
      throw new Error(`Can not ${value === void 0 ? "remove" : options.isArrayInsertion ? "insert" : "modify"} Array index ${insertIndex} as length is not sufficient`);
    }
  } else {
    throw new Error(`Can not add ${typeof lastSegment !== "number" ? "index" : "property"} to parent of type ${parent.type}`);
  }
}
function withFormatting(text, edit, options) {
  if (!options.formattingOptions) {
    return [edit];
  }
  let newText = applyEdit(text, edit);
  let begin = edit.offset;
  let end = edit.offset + edit.content.length;
  if (edit.length === 0 || edit.content.length === 0) {
    while (begin > 0 && !isEOL(newText, begin - 1)) {
      begin--;
    }
    while (end < newText.length && !isEOL(newText, end)) {
      end++;
    }
  }
  const edits = format(newText, { offset: begin, length: end - begin }, { ...options.formattingOptions, keepLines: false });
  for (let i = edits.length - 1; i >= 0; i--) {
    const edit2 = edits[i];
    newText = applyEdit(newText, edit2);
    begin = Math.min(begin, edit2.offset);
    end = Math.max(end, edit2.offset + edit2.length);
    end += edit2.content.length - edit2.length;
  }
  const editLength = text.length - (newText.length - end) - begin;
  return [{ offset: begin, length: editLength, content: newText.substring(begin, end) }];
}
function applyEdit(text, edit) {
  return text.substring(0, edit.offset) + edit.content + text.substring(edit.offset + edit.length);
}
var createScanner2 = createScanner;
var ScanError;
(function(ScanError2) {
  ScanError2[ScanError2["None"] = 0] = "None";
  ScanError2[ScanError2["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
  ScanError2[ScanError2["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
  ScanError2[ScanError2["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
  ScanError2[ScanError2["InvalidUnicode"] = 4] = "InvalidUnicode";
  ScanError2[ScanError2["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
  ScanError2[ScanError2["InvalidCharacter"] = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind2) {
  SyntaxKind2[SyntaxKind2["OpenBraceToken"] = 1] = "OpenBraceToken";
  SyntaxKind2[SyntaxKind2["CloseBraceToken"] = 2] = "CloseBraceToken";
  SyntaxKind2[SyntaxKind2["OpenBracketToken"] = 3] = "OpenBracketToken";
  SyntaxKind2[SyntaxKind2["CloseBracketToken"] = 4] = "CloseBracketToken";
  SyntaxKind2[SyntaxKind2["CommaToken"] = 5] = "CommaToken";
  SyntaxKind2[SyntaxKind2["ColonToken"] = 6] = "ColonToken";
  SyntaxKind2[SyntaxKind2["NullKeyword"] = 7] = "NullKeyword";
  SyntaxKind2[SyntaxKind2["TrueKeyword"] = 8] = "TrueKeyword";
  SyntaxKind2[SyntaxKind2["FalseKeyword"] = 9] = "FalseKeyword";
  SyntaxKind2[SyntaxKind2["StringLiteral"] = 10] = "StringLiteral";
  SyntaxKind2[SyntaxKind2["NumericLiteral"] = 11] = "NumericLiteral";
  SyntaxKind2[SyntaxKind2["LineCommentTrivia"] = 12] = "LineCommentTrivia";
  SyntaxKind2[SyntaxKind2["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
  SyntaxKind2[SyntaxKind2["LineBreakTrivia"] = 14] = "LineBreakTrivia";
  SyntaxKind2[SyntaxKind2["Trivia"] = 15] = "Trivia";
  SyntaxKind2[SyntaxKind2["Unknown"] = 16] = "Unknown";
  SyntaxKind2[SyntaxKind2["EOF"] = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
var parseTree2 = parseTree;
var ParseErrorCode;
(function(ParseErrorCode2) {
  ParseErrorCode2[ParseErrorCode2["InvalidSymbol"] = 1] = "InvalidSymbol";
  ParseErrorCode2[ParseErrorCode2["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
  ParseErrorCode2[ParseErrorCode2["PropertyNameExpected"] = 3] = "PropertyNameExpected";
  ParseErrorCode2[ParseErrorCode2["ValueExpected"] = 4] = "ValueExpected";
  ParseErrorCode2[ParseErrorCode2["ColonExpected"] = 5] = "ColonExpected";
  ParseErrorCode2[ParseErrorCode2["CommaExpected"] = 6] = "CommaExpected";
  ParseErrorCode2[ParseErrorCode2["CloseBraceExpected"] = 7] = "CloseBraceExpected";
  ParseErrorCode2[ParseErrorCode2["CloseBracketExpected"] = 8] = "CloseBracketExpected";
  ParseErrorCode2[ParseErrorCode2["EndOfFileExpected"] = 9] = "EndOfFileExpected";
  ParseErrorCode2[ParseErrorCode2["InvalidCommentToken"] = 10] = "InvalidCommentToken";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
  ParseErrorCode2[ParseErrorCode2["InvalidUnicode"] = 14] = "InvalidUnicode";
  ParseErrorCode2[ParseErrorCode2["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
  ParseErrorCode2[ParseErrorCode2["InvalidCharacter"] = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));
function printParseErrorCode(code) {
  switch (code) {
    case 1:
      return "InvalidSymbol";
    case 2:
      return "InvalidNumberFormat";
    case 3:
      return "PropertyNameExpected";
    case 4:
      return "ValueExpected";
    case 5:
      return "ColonExpected";
    case 6:
      return "CommaExpected";
    case 7:
      return "CloseBraceExpected";
    case 8:
      return "CloseBracketExpected";
    case 9:
      return "EndOfFileExpected";
    case 10:
      return "InvalidCommentToken";
    case 11:
      return "UnexpectedEndOfComment";
    case 12:
      return "UnexpectedEndOfString";
    case 13:
      return "UnexpectedEndOfNumber";
    case 14:
      return "InvalidUnicode";
    case 15:
      return "InvalidEscapeCharacter";
    case 16:
      return "InvalidCharacter";
  }
  return "<unknown ParseErrorCode>";
}
function modify(text, path, value, options) {
  return setProperty(text, path, value, options);
}
function applyEdits(text, edits) {
  let sortedEdits = edits.slice(0).sort((a, b) => {
    const diff = a.offset - b.offset;
    if (diff === 0) {
      return a.length - b.length;
    }
    return diff;
  });
  let lastModifiedOffset = text.length;
  for (let i = sortedEdits.length - 1; i >= 0; i--) {
    let e = sortedEdits[i];
    if (e.offset + e.length <= lastModifiedOffset) {
      text = applyEdit(text, e);
    } else {
      throw new Error("Overlapping edit");
    }
    lastModifiedOffset = e.offset;
  }
  return text;
}
var MAX_BYTES = 4 * 1024 * 1024;
var MAX_DEPTH = 32;
var HujsonValue = class _HujsonValue {
  #node;
  #source;
  /** `grants[2].src[0]` */
  path;
  constructor(node, source, path) {
    this.#node = node;
    this.#source = source;
    this.path = path;
  }
  get place() {
    return this.#source.placeOf(this.#node.offset);
  }
  /**
   * By the keys as `known` spells them: like the services that read these files, capitals make no
   * difference (`ACLs` is `acls`), and a key that begins with # is a comment.
   * @throws `ACCESS_RULES_INVALID` for anything but an object, or for a key that is not among `known`
   */
  object(known) {
    const found = /* @__PURE__ */ new Map();
    for (const [key, value] of this.entries()) {
      if (key.startsWith("#")) continue;
      const spelled = known.includes(key) ? key : known.find((each) => each.toLowerCase() === key.toLowerCase());
      if (spelled === void 0) return value.#unknown(key, known);
      if (found.has(spelled)) value.fail(`the key ${JSON.stringify(spelled)} stands twice`);
      found.set(spelled, spelled === key ? value : value.#at(this.#pathOf(spelled)));
    }
    return found;
  }
  #unknown(key, known) {
    const near = (0, import_cli.nearest)(key, known);
    this.fail(
      `the key ${JSON.stringify(key)} is not known`,
      near === void 0 ? void 0 : `did you mean "${near}"?`
    );
  }
  /** As {@link object}, with keys of the author's choice. */
  entries() {
    if (this.#node.type !== "object") this.fail(`must be an object, not ${this.excerpt}`);
    const entries = /* @__PURE__ */ new Map();
    for (const property of this.#node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key || !value) continue;
      const name = String(key.value);
      const child = new _HujsonValue(value, this.#source, this.#pathOf(name));
      if (entries.has(name)) child.fail(`the key ${JSON.stringify(name)} stands twice`);
      entries.set(name, child);
    }
    return entries;
  }
  #pathOf(key) {
    return this.path === "" ? key : `${this.path}.${key}`;
  }
  #at(path) {
    return new _HujsonValue(this.#node, this.#source, path);
  }
  list() {
    if (this.#node.type !== "array") this.fail(`must be a list, not ${this.excerpt}`);
    return (this.#node.children ?? []).map(
      (child, index) => new _HujsonValue(child, this.#source, `${this.path}[${index}]`)
    );
  }
  text() {
    if (this.#node.type !== "string") this.fail(`must be a text in quotes, not ${this.excerpt}`);
    return this.#node.value;
  }
  /** A text, a number or a truth value. */
  scalar() {
    const { type, value } = this.#node;
    if (type === "string" || type === "number" || type === "boolean") return value;
    return this.fail(`must be a text, a number, true or false, not ${this.excerpt}`);
  }
  /** As it stands in the file, shortened: for messages. */
  get excerpt() {
    return this.#source.excerpt(this.#node.offset, this.#node.length);
  }
  fail(why, help) {
    throw new import_cli3.SallyportError("ACCESS_RULES_INVALID", {
      message: `${this.path === "" ? "the document" : this.path}: ${why}`,
      place: this.place,
      ...help === void 0 ? {} : { help }
    });
  }
};
function parseHujson(input, file) {
  const text = typeof input === "string" ? input : (0, import_cli2.decodeUtf8)(input);
  const source = new Source(text, file);
  if (text.length > MAX_BYTES) throw invalid(`more than ${MAX_BYTES} characters`, { file });
  refuseDepth(text, source);
  const errors = [];
  const root = parseTree2(text, errors, { allowTrailingComma: true, disallowComments: false });
  const first = errors[0];
  if (first) throw invalid(describe(printParseErrorCode(first.error)), source.placeOf(first.offset));
  if (!root) throw invalid("the document is empty", { file, line: 1, column: 1 });
  return new HujsonValue(root, source, "");
}
var MAX_EXCERPT = 60;
var Source = class {
  #lineStarts = [0];
  #text;
  #file;
  constructor(text, file) {
    this.#text = text;
    this.#file = file;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#lineStarts.push(at + 1);
  }
  excerpt(offset, length) {
    const text = this.#text.slice(offset, offset + Math.min(length, MAX_EXCERPT)).replaceAll(/\s+/g, " ");
    return length > MAX_EXCERPT ? `${text}\u2026` : text;
  }
  placeOf(offset) {
    let low = 0;
    let high = this.#lineStarts.length;
    while (high - low > 1) {
      const middle = low + high >> 1;
      if (this.#lineStarts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { file: this.#file, line: low + 1, column: offset - this.#lineStarts[low] + 1 };
  }
};
function refuseDepth(text, source) {
  const OPEN_BRACE = 1;
  const CLOSE_BRACE = 2;
  const OPEN_BRACKET = 3;
  const CLOSE_BRACKET = 4;
  const END = 17;
  const scanner = createScanner2(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === OPEN_BRACE || token === OPEN_BRACKET) depth++;
    if (token === CLOSE_BRACE || token === CLOSE_BRACKET) depth--;
    if (depth > MAX_DEPTH)
      throw invalid(`nested deeper than ${MAX_DEPTH}`, source.placeOf(scanner.getTokenOffset()));
  }
}
function describe(code) {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
function invalid(message, place) {
  return new import_cli3.SallyportError("ACCESS_RULES_INVALID", { message, place });
}
function setContains(set, address) {
  const holds22 = (step) => step.kind === "prefix" ? (0, import_chunk_0722AEF2.prefixContains)(step.prefix, address) : setContains(step.set, address);
  return set.findLast(holds22)?.add ?? false;
}
function decodeAddressSets(value, hosts) {
  const written = value?.entries() ?? /* @__PURE__ */ new Map();
  const done = /* @__PURE__ */ new Map();
  const resolve2 = (name, from, open) => {
    const known = done.get(name);
    if (known) return known;
    const list = written.get(name) ?? from.fail(`ipset not found: ${JSON.stringify(name)}`, 'add it to "ipsets"');
    if (open.includes(name)) from.fail(`${[...open, name].join(" \u2192 ")}: an ipset cannot hold itself`);
    const set = list.list().flatMap((step) => readStep(step, hosts, (other) => resolve2(other, step, [...open, name])));
    done.set(name, set);
    return set;
  };
  for (const [name, list] of written) {
    if (!/^ipset:[^\s:]+$/.test(name)) list.fail(`${JSON.stringify(name)} is no ipset: write ipset:name`);
    resolve2(name, list, []);
  }
  return done;
}
function readStep(value, hosts, resolve2) {
  const text = value.text();
  const [, verb = "add", what = ""] = /^(?:(add|remove)\s+)?(\S+)$/.exec(text.trim()) ?? [];
  const add = verb === "add";
  if (what === "autogroup:internet") return [];
  if (what.startsWith("ipset:")) return [{ kind: "set", add, set: resolve2(what) }];
  const name = what.startsWith("host:") ? what.slice("host:".length) : what;
  const prefix = hosts.get(name) ?? readPrefix(name);
  if (prefix) return [{ kind: "prefix", add, prefix }];
  return value.fail(
    `${JSON.stringify(text)} is no address, prefix, host or ipset`,
    'write 10.0.0.0/8, "add host:name" or "remove ipset:name"; users, groups and tags cannot stand here'
  );
}
function readPrefix(text) {
  try {
    return (0, import_chunk_0722AEF2.parsePrefix)(text);
  } catch {
    return void 0;
  }
}
var OPERATORS = ["==", "!=", ">=", "<=", ">", "<", "IN", "NOT IN", "IS SET", "NOT SET"];
function decodePostures(value) {
  const postures = /* @__PURE__ */ new Map();
  for (const [name, conditions] of value?.entries() ?? []) {
    if (!/^posture:[^\s:]+$/.test(name))
      conditions.fail(`${JSON.stringify(name)} is no posture: write posture:name`);
    postures.set(name, conditions.list().map(readCondition));
  }
  return postures;
}
function readPostureNames(value, postures) {
  return (value?.list() ?? []).map((item) => {
    const name = item.text();
    return postures.has(name) ? name : item.fail(`posture not found: ${JSON.stringify(name)}`, 'add it to "postures"');
  });
}
function meetsPosture(names, postures, attributes) {
  if (attributes === void 0) return false;
  return names.some((name) => postures.get(name)?.every((condition) => holds(condition, attributes)) ?? false);
}
function readCondition(value) {
  const text = value.text();
  const match = /^([a-z][\w-]*:\w+)\s*(==|!=|>=|<=|>|<|NOT IN|IN|IS SET|NOT SET)\s*(.*)$/s.exec(text.trim());
  const [, attribute = "", found = "", rest = ""] = match ?? [];
  const operator = OPERATORS.find((each) => each === found);
  const values = operator?.endsWith("SET") ? rest === "" ? [] : void 0 : readValues(rest, operator);
  if (!operator || !values) {
    return value.fail(
      `${JSON.stringify(text)} is no posture condition`,
      `write "node:os == 'linux'", "node:osVersion >= '14'" or "node:tsAutoUpdate == true"`
    );
  }
  return { attribute, operator, values };
}
var LITERAL = /'([^']*)'|"([^"]*)"|(true|false)|(-?\d+(?:\.\d+)?)/y;
function readValues(text, operator) {
  const list = operator === "IN" || operator === "NOT IN";
  const inner = list ? /^[([](.*)[)\]]$/s.exec(text)?.[1] : text;
  if (inner === void 0) return void 0;
  const parts = list ? inner.split(",").map((part) => part.trim()) : [inner];
  const values = parts.map(readLiteral);
  return values.every((value) => value !== void 0) ? values : void 0;
}
function readLiteral(text) {
  LITERAL.lastIndex = 0;
  const match = LITERAL.exec(text);
  if (!match || LITERAL.lastIndex !== text.length) return void 0;
  const [, single, double, truth, number] = match;
  if (number !== void 0) return Number(number);
  return truth === void 0 ? single ?? double : truth === "true";
}
function holds({ attribute, operator, values }, attributes) {
  const actual = attributes.get(attribute);
  if (operator === "NOT SET") return actual === void 0;
  if (actual === void 0) return false;
  switch (operator) {
    case "IS SET":
      return true;
    case "IN":
      return values.includes(actual);
    case "NOT IN":
      return !values.includes(actual);
    case "==":
      return actual === values[0];
    case "!=":
      return actual !== values[0];
    case ">=":
      return compareVersions(actual, values[0]) >= 0;
    case "<=":
      return compareVersions(actual, values[0]) <= 0;
    case ">":
      return compareVersions(actual, values[0]) > 0;
    case "<":
      return compareVersions(actual, values[0]) < 0;
  }
}
function compareVersions(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== "string" || typeof b !== "string") return Number.NaN;
  const left = a.split(".");
  const right = b.split(".");
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = comparePart(left[index] ?? "0", right[index] ?? "0");
    if (difference !== 0) return difference;
  }
  return 0;
}
function comparePart(a, b) {
  const [first, second] = [Number(a), Number(b)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  return a < b ? -1 : a > b ? 1 : 0;
}
var AUTOGROUPS = [
  "member",
  "tagged",
  "self",
  "internet",
  "danger-all",
  "admin",
  "owner",
  "it-admin",
  "network-admin",
  "billing-admin",
  "auditor",
  "shared",
  "nonroot"
];
var WORKLOAD = /^(?:github:[\w.-]+\/[\w.-]+|gitlab:[\w.-]+(?:\/[\w.-]+)+)$/;
function forgeOfSelector(name) {
  return name.startsWith("gitlab:") ? "gitlab" : "github";
}
function parseSelector(text) {
  if (text === "*") return { kind: "everybody" };
  if (text === "") return "a selector is empty";
  if (text.startsWith("group:")) return { kind: "group", name: text };
  if (text.startsWith("tag:"))
    return /^tag:[A-Za-z][A-Za-z0-9-]{0,62}$/.test(text) ? { kind: "tag", name: text } : `${JSON.stringify(text)} is no tag: letters, digits and dashes, a letter first`;
  if (text.startsWith("autogroup:")) return parseAutogroup(text);
  if (text.startsWith("github:") || text.startsWith("gitlab:")) {
    return WORKLOAD.test(text) ? { kind: "workload", name: text } : `${JSON.stringify(text)} is no workload: write github:owner/repository or gitlab:group/project`;
  }
  if (text.startsWith("ipset:")) return { kind: "ipset", name: text };
  if (text.startsWith("svc:")) return { kind: "service", name: text };
  if (text.includes("@")) return { kind: "user", name: text };
  const address = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
  if ((0, import_chunk_0722AEF2.isIp)(address) || address.includes("/") && (0, import_chunk_0722AEF2.isIp)(address.slice(0, address.indexOf("/")))) {
    try {
      return { kind: "prefix", prefix: (0, import_chunk_0722AEF2.parsePrefix)(address), text };
    } catch {
      return `${JSON.stringify(text)} is no prefix`;
    }
  }
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)) return { kind: "host", name: text };
  return `${JSON.stringify(text)} is no selector`;
}
function parseAutogroup(text) {
  const name = text.slice("autogroup:".length);
  const known = AUTOGROUPS.find((autogroup2) => autogroup2 === name);
  return known ? { kind: "autogroup", name: known } : `${JSON.stringify(text)} is no autogroup that we know`;
}
function decodeNames(root) {
  const hosts = decodeHosts(root.get("hosts"));
  const names = {
    groups: decodeGroups(root.get("groups")),
    hosts,
    tagOwners: decodeTagOwners(root.get("tagOwners")),
    ipsets: decodeAddressSets(root.get("ipsets"), hosts),
    postures: decodePostures(root.get("postures")),
    workloads: decodeWorkloads(root.get("workloads"))
  };
  for (const owners of root.get("tagOwners")?.entries().values() ?? [])
    for (const owner of owners.list()) readSelector(owner, names);
  return names;
}
function readSelector(value, names, side = "") {
  return resolveName(value, value.text(), names, side);
}
function resolveName(value, text, names, side) {
  const selector = parseSelector(text);
  if (typeof selector === "string") value.fail(`${side}${selector}`);
  switch (selector.kind) {
    case "tag":
      requireTag(value, text, names, side);
      return selector;
    case "group":
      return names.groups.has(text) ? selector : value.fail(`${side}group not found: ${JSON.stringify(text)}`, 'add it to "groups"');
    case "ipset":
      return names.ipsets.has(text) ? selector : value.fail(`${side}ipset not found: ${JSON.stringify(text)}`, 'add it to "ipsets"');
    case "host": {
      const prefix = names.hosts.get(text) ?? value.fail(`${side}host not found: ${JSON.stringify(text)}`, 'add it to "hosts"');
      return { kind: "prefix", prefix, text };
    }
    case "workload":
      return names.workloads.has(text) ? selector : value.fail(
        `${side}workload not resolved: ${JSON.stringify(text)}`,
        'sallyport acl resolve adds its ids to "workloads": { "repositoryId": "\u2026", "ownerId": "\u2026" }'
      );
    default:
      return selector;
  }
}
function requireTag(value, tag, names, side = "") {
  return names.tagOwners.has(tag) ? tag : value.fail(`${side}tag not found: ${JSON.stringify(tag)}`, 'add it to "tagOwners"');
}
function decodeGroups(value) {
  const groups = /* @__PURE__ */ new Map();
  for (const [name, members] of value?.entries() ?? []) {
    if (!/^group:[^\s:]+$/.test(name)) members.fail(`${JSON.stringify(name)} is no group: write group:name`);
    groups.set(name, members.list().map(readMember));
  }
  return groups;
}
function readMember(member) {
  const text = member.text();
  if (text.startsWith("group:")) member.fail(`${JSON.stringify(text)}: a group cannot hold a group`);
  if (!text.includes("@"))
    member.fail(`${JSON.stringify(text)} is no user`, "a user has an @: ada@example.org, ada@");
  return text;
}
function decodeHosts(value) {
  const hosts = /* @__PURE__ */ new Map();
  for (const [name, address] of value?.entries() ?? []) {
    if (name.includes("@") || name.includes(":"))
      address.fail(`${JSON.stringify(name)} cannot name a host: it has an @ or a colon`);
    try {
      hosts.set(name, (0, import_chunk_0722AEF2.parsePrefix)(address.text()));
    } catch {
      address.fail(`${JSON.stringify(address.text())} is no address and no prefix`);
    }
  }
  return hosts;
}
function decodeTagOwners(value) {
  const owners = /* @__PURE__ */ new Map();
  for (const [tag, list] of value?.entries() ?? []) {
    const selector = parseSelector(tag);
    if (typeof selector === "string") list.fail(selector);
    else if (selector.kind !== "tag") list.fail(`${JSON.stringify(tag)} is no tag: write tag:name`);
    owners.set(
      tag,
      list.list().map((owner) => owner.text())
    );
  }
  return owners;
}
function decodeWorkloads(value) {
  const workloads = /* @__PURE__ */ new Map();
  for (const [name, ids] of value?.entries() ?? []) {
    if (parseWorkload(name) === void 0)
      ids.fail(
        `${JSON.stringify(name)} is no workload: write github:owner/repository or gitlab:group/project`
      );
    const entries = ids.object(["repositoryId", "ownerId", "issuer"]);
    const issuer = entries.get("issuer");
    const id = (key) => {
      const text = entries.get(key)?.text() ?? ids.fail(`${key} of ${JSON.stringify(name)} is missing`);
      return /^[1-9]\d*$/.test(text) ? text : ids.fail(`${key} must be a number in quotes, not ${JSON.stringify(text)}`);
    };
    workloads.set(name, {
      repositoryId: id("repositoryId"),
      ownerId: id("ownerId"),
      ...issuer === void 0 ? {} : { issuer: readIssuer(issuer) }
    });
  }
  return workloads;
}
function readIssuer(value) {
  const text = value.text();
  return /^https:\/\/[^\s?#]+[^\s?#/]$/.test(text) ? text : value.fail(`issuer must be an https: URL without a slash at its end, not ${JSON.stringify(text)}`);
}
function parseWorkload(name) {
  const selector = parseSelector(name);
  return typeof selector === "object" && selector.kind === "workload" ? selector : void 0;
}
var WITH_PORTS = /* @__PURE__ */ new Set([6, 17, 132]);
var NAMES = {
  // The name means both; the number 1 is ICMP for IPv4 alone.
  icmp: [1, 58],
  igmp: [2],
  ipv4: [4],
  "ip-in-ip": [4],
  tcp: [6],
  egp: [8],
  igp: [9],
  udp: [17],
  gre: [47],
  esp: [50],
  ah: [51],
  "ipv6-icmp": [58],
  sctp: [132],
  fc: [133]
};
var DEFAULT_PROTOCOLS = [1, 6, 17, 58];
var ALL_PORTS = [{ first: 0, last: 65535 }];
function parseProtocol(text) {
  if (text === "" || text === "*") return DEFAULT_PROTOCOLS;
  if (/^(0|[1-9]\d{0,2})$/.test(text)) return Number(text) <= 255 ? [Number(text)] : void 0;
  const name = text.toLowerCase();
  return Object.hasOwn(NAMES, name) ? NAMES[name] : void 0;
}
function parsePorts(text) {
  if (text === "*") return ALL_PORTS;
  const ranges = [];
  for (const part of text.split(",")) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim());
    if (!match) return `${JSON.stringify(part)} is no port and no range of ports`;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (first === 0) return `port 0 in ${JSON.stringify(part)}: ports begin at 1, and * is every port`;
    if (last > 65535) return `port ${last} is over 65535`;
    if (first > last) return `the range ${part} goes backwards`;
    ranges.push({ first, last });
  }
  return ranges;
}
function isAllPorts(ports) {
  return ports.length === 1 && ports[0].first === 0 && ports[0].last === 65535;
}
function carriesPorts(protocols) {
  return protocols.every((protocol) => WITH_PORTS.has(protocol) || DEFAULT_PROTOCOLS === protocols);
}
function portIn(ranges, port) {
  return ranges.some((range) => port >= range.first && port <= range.last);
}
function checkSources(sources) {
  for (const { value, selector } of sources) {
    if (selector.kind === "service")
      value.fail(`${JSON.stringify(selector.name)}: a service cannot be a source`);
    if (selector.kind !== "autogroup") continue;
    if (NEVER_A_SOURCE.has(selector.name)) {
      value.fail(`"autogroup:${selector.name}" not valid on the src side of a rule`);
    }
  }
}
var NEVER_A_SOURCE = /* @__PURE__ */ new Set(["self", "internet", "nonroot"]);
var NEVER_A_DESTINATION = /* @__PURE__ */ new Set(["danger-all", "nonroot", "shared"]);
function checkDestination(value, selector, sources, options) {
  if (selector.kind === "workload")
    value.fail(`dst=${JSON.stringify(selector.name)}: a workload cannot be a destination`);
  if (selector.kind === "prefix" && selector.prefix.bits === 0) {
    value.fail(
      `dst ${JSON.stringify(selector.text)}: to allow all IP addresses, use "*" or "autogroup:internet"`
    );
  }
  if (selector.kind !== "autogroup") return;
  if (NEVER_A_DESTINATION.has(selector.name))
    value.fail(`"autogroup:${selector.name}" not valid on the dst side of a rule`);
  if (selector.name !== "self") return;
  const wrong = sources.find((source) => !mayMeanSelf(source.selector, options.everybodyMayMeanSelf));
  if (wrong) {
    value.fail(
      `autogroup:self can only be used with users, groups, or supported autogroups, not ${wrong.value.excerpt}`,
      "name users or autogroup:member as src"
    );
  }
}
function mayMeanSelf(selector, everybodyMay) {
  if (selector.kind === "everybody") return everybodyMay;
  if (selector.kind === "autogroup") return selector.name !== "tagged" && selector.name !== "danger-all";
  return selector.kind === "user" || selector.kind === "group";
}
var EXTENSIONS = ["where", "approval", "maxLease"];
var CONDITIONS = ["ref", "environment", "event", "workflow", "runner"];
function readSources(list, names) {
  const sources = list.list().map((value) => ({ value, selector: readSelector(value, names, "src=") }));
  checkSources(sources);
  return sources;
}
function readExtensions(value, entries, sources, { names, defaultPostures }) {
  const where = readConditions(entries.get("where"), sources);
  const approval = entries.get("approval")?.object(["environment"]).get("environment");
  if (entries.has("approval") && !approval) entries.get("approval").fail('"environment" is missing');
  if (approval) refuseUntrustedEvents(entries.get("where"), where);
  const maxLease = entries.get("maxLease");
  const srcPosture = entries.get("srcPosture");
  return {
    id: value.path,
    place: value.place,
    sources: sources.map(({ selector }) => selector),
    postures: srcPosture ? readPostureNames(srcPosture, names.postures) : defaultPostures,
    where,
    approval: approval && { environment: approval.text() },
    maxLeaseMs: maxLease && readDuration(maxLease)
  };
}
function readConditions(value, sources) {
  if (!value) return {};
  const other = sources.find(({ selector }) => selector.kind !== "workload");
  if (other)
    value.fail(
      `"where" narrows workloads, and ${other.value.excerpt} is none`,
      "give workloads a rule of their own, with github:owner/repository or gitlab:group/project as src"
    );
  const where = {};
  for (const [key, list] of value.object(CONDITIONS)) where[key] = list.list().map((item) => item.text());
  return where;
}
function refuseUntrustedEvents(value, { event = [] }) {
  const untrusted = event.find(import_chunk_CF656EE4.isUntrustedEvent);
  if (untrusted !== void 0)
    value?.fail(
      `the event ${JSON.stringify(untrusted)} cannot stand where an approval grants the edge`,
      "list push, workflow_dispatch, release or schedule"
    );
}
function readDuration(value) {
  try {
    return (0, import_cli4.parseDuration)(value.text());
  } catch {
    return value.fail(
      `${JSON.stringify(value.text())} is no duration`,
      "write a whole number and a unit: 90s, 15m, 6h"
    );
  }
}
var KEYS = ["action", "src", "dst", "proto", "users", "ports", "srcPosture", ...EXTENSIONS];
function decodeAcl(value, context) {
  const entries = value.object(KEYS);
  checkAction(entries.get("action") ?? value.fail('"action" is missing'));
  const protocols = readProtocol(entries.get("proto"));
  const src = entries.get("src") ?? entries.get("users") ?? value.fail('"src" is missing');
  const sources = readSources(src, context.names);
  const dst = entries.get("dst") ?? entries.get("ports") ?? value.fail('"dst" is missing');
  const targets = dst.list().map((destination) => readTarget(destination, { protocols, sources, names: context.names }));
  return { ...readExtensions(value, entries, sources, context), targets, via: [], capabilities: [] };
}
function checkAction(action) {
  if (action.text() === "accept") return;
  action.fail(
    `action=${JSON.stringify(action.text())} is not supported`,
    'rules only allow: write "accept", and leave out what is not allowed'
  );
}
function readProtocol(value) {
  const protocols = parseProtocol(value?.text() ?? "");
  return protocols ?? value.fail(`${JSON.stringify(value.text())} is no protocol`);
}
function readTarget(value, { protocols, sources, names }) {
  const { selector, ports } = readDestination(value, names);
  if (!isAllPorts(ports) && !carriesPorts(protocols))
    value.fail(`${JSON.stringify(value.text())}: this protocol has no ports: write :*`);
  checkDestination(value, selector, sources, { everybodyMayMeanSelf: true });
  return { selector, services: [{ protocols, ports }] };
}
function readDestination(value, names) {
  const text = value.text();
  const colon = text.lastIndexOf(":");
  if (colon < 0) value.fail(`${JSON.stringify(text)} has no ports`, `write ${text}:* for every port`);
  const ports = parsePorts(text.slice(colon + 1));
  if (typeof ports === "string") value.fail(`${JSON.stringify(text)}: ${ports}`);
  return { selector: resolveName(value, text.slice(0, colon), names, "dst="), ports };
}
var KEYS2 = ["src", "dst", "ip", "app", "via", "srcPosture", ...EXTENSIONS];
var EVERY_PROTOCOL = Array.from({ length: 256 }, (_, number) => number);
var VENDOR_CAPABILITIES = /* @__PURE__ */ new Set([
  "drive",
  "drive-sharer",
  "kubernetes",
  "relay",
  "secrets",
  "webui",
  "golink",
  "tsidp"
]);
function decodeGrant(value, context) {
  const { names } = context;
  const entries = value.object(KEYS2);
  const sources = readSources(entries.get("src") ?? value.fail('"src" is missing'), names);
  const services = (entries.get("ip")?.list() ?? []).map(readService);
  const capabilities = readCapabilities(entries.get("app"));
  if (services.length === 0 && capabilities.length === 0) value.fail("ip and app can not both be empty");
  const dst = entries.get("dst") ?? value.fail('"dst" is missing');
  const targets = dst.list().map((destination) => {
    const selector = readSelector(destination, names, "dst=");
    checkDestination(destination, selector, sources, { everybodyMayMeanSelf: false });
    if (capabilities.length > 0 && selector.kind === "autogroup" && selector.name === "internet")
      destination.fail('"autogroup:internet" runs no application: app cannot be granted there');
    return { selector, services };
  });
  const via = (entries.get("via")?.list() ?? []).map((router) => readRouter(router, context));
  return { ...readExtensions(value, entries, sources, context), targets, via, capabilities };
}
function readRouter(value, { names }) {
  const selector = parseSelector(value.text());
  if (typeof selector === "string" || selector.kind !== "tag")
    value.fail(`via=${JSON.stringify(value.text())}: via can only be a tag`);
  return requireTag(value, value.text(), names, "via=");
}
function readService(value) {
  const text = value.text();
  const colon = text.indexOf(":");
  const protocols = colon < 0 ? DEFAULT_PROTOCOLS : parseProtocol(text.slice(0, colon));
  if (protocols === void 0) value.fail(`${JSON.stringify(text.slice(0, colon))} is no protocol`);
  const ports = parsePorts(text.slice(colon + 1));
  if (typeof ports === "string") value.fail(`port range ${JSON.stringify(text)}: ${ports}`);
  if (!isAllPorts(ports) && !carriesPorts(protocols))
    value.fail(`${JSON.stringify(text)}: this protocol has no ports: write :*`);
  return text === "*" ? { protocols: EVERY_PROTOCOL, ports: ALL_PORTS } : { protocols, ports };
}
function readCapabilities(value) {
  return [...value?.entries() ?? []].map(([name, parameters]) => {
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+\/\S+$/i.test(name))
      parameters.fail(`${JSON.stringify(name)}: a capability name must have the form {domain}/{path}`);
    const vendor = /^tailscale\.com\/(?:cap\/)?(.*)$/.exec(name);
    if (vendor && !VENDOR_CAPABILITIES.has(vendor[1]))
      parameters.fail(`${JSON.stringify(name)}: a capability name must not be in the tailscale.com domain`);
    parameters.list();
    return name;
  });
}
var ACTIONS = ["accept", "check"];
function decodeSsh(rules, tests, names) {
  return {
    rules: (rules?.list() ?? []).map((value) => decodeRule(value, names)),
    tests: (tests?.list() ?? []).map(decodeTest)
  };
}
function decodeRule(value, names) {
  const entries = value.object([
    "action",
    "src",
    "dst",
    "users",
    "checkPeriod",
    "acceptEnv",
    "srcPosture",
    "recorder",
    "enforceRecorder"
  ]);
  const action = entries.get("action") ?? value.fail('"action" is missing');
  const known = ACTIONS.find((each) => each === action.text()) ?? action.fail(`action=${JSON.stringify(action.text())} is not supported: accept or check`);
  const users = (entries.get("users") ?? value.fail('"users" is missing')).list();
  return {
    action: known,
    sources: readSelectors(entries.get("src") ?? value.fail('"src" is missing'), names, "src="),
    targets: readSelectors(entries.get("dst") ?? value.fail('"dst" is missing'), names, "dst="),
    users: users.map((user) => user.text())
  };
}
function readSelectors(list, names, side) {
  return list.list().map((value) => readSelector(value, names, side));
}
function decodeTest(value) {
  const entries = value.object(["src", "dst", "accept", "check", "deny", "srcPostureAttrs"]);
  return {
    value,
    source: entries.get("src"),
    targets: entries.get("dst")?.list() ?? [],
    accept: entries.get("accept")?.list() ?? [],
    check: entries.get("check")?.list() ?? [],
    deny: entries.get("deny")?.list() ?? []
  };
}
var OVERLOOKED = [
  "nodeAttrs",
  "randomizeClientPort",
  "derpMap",
  "disableIPv4",
  "OneCGNATRoute",
  "attrConfig",
  "extraDNSRecords",
  "$schema"
];
var KEYS3 = [
  "groups",
  "hosts",
  "tagOwners",
  "ipsets",
  "postures",
  "defaultSrcPosture",
  "acls",
  "grants",
  "ssh",
  "autoApprovers",
  "tests",
  "sshTests",
  "workloads",
  ...OVERLOOKED
];
function parseAccessRules(input, file) {
  const root = parseHujson(input, file).object(KEYS3);
  const names = decodeNames(root);
  checkAutoApprovers(root.get("autoApprovers"), names);
  const defaultPostures = readPostureNames(root.get("defaultSrcPosture"), names.postures);
  const context = { names, defaultPostures };
  return {
    ...names,
    rules: [
      ...(root.get("acls")?.list() ?? []).map((value) => decodeAcl(value, context)),
      ...(root.get("grants")?.list() ?? []).map((value) => decodeGrant(value, context))
    ],
    tests: (root.get("tests")?.list() ?? []).map(decodeTest2),
    ssh: decodeSsh(root.get("ssh"), root.get("sshTests"), names)
  };
}
function checkAutoApprovers(value, names) {
  const entries = value?.object(["routes", "exitNode", "services"]);
  for (const [prefix, approvers] of entries?.get("routes")?.entries() ?? []) {
    try {
      (0, import_chunk_0722AEF2.parsePrefix)(prefix);
    } catch {
      approvers.fail(`${JSON.stringify(prefix)} is no prefix`, "a route is written 10.0.0.0/8");
    }
    checkApprovers(approvers, names);
  }
  for (const approvers of entries?.get("services")?.entries().values() ?? []) checkApprovers(approvers, names);
  const exitNode = entries?.get("exitNode");
  if (exitNode) checkApprovers(exitNode, names);
}
var APPROVERS = /* @__PURE__ */ new Set(["user", "group", "tag", "autogroup"]);
function checkApprovers(list, names) {
  for (const approver of list.list()) {
    if (!APPROVERS.has(readSelector(approver, names).kind))
      approver.fail(`${JSON.stringify(approver.text())} cannot approve: a user, group, tag or autogroup can`);
  }
}
function decodeTest2(value) {
  const entries = value.object(["src", "proto", "accept", "deny", "srcPostureAttrs"]);
  const attributes = entries.get("srcPostureAttrs")?.entries();
  return {
    value,
    source: entries.get("src")?.text(),
    protocol: entries.get("proto")?.text(),
    accept: entries.get("accept")?.list() ?? [],
    deny: entries.get("deny")?.list() ?? [],
    attributes: attributes && new Map([...attributes].map(([name, one]) => [name, one.scalar()]))
  };
}
var NOBODY = { v4: [], v6: [] };
function membersOf(selector, names, network, where = {}) {
  switch (selector.kind) {
    case "everybody":
      return both(network.everybody());
    case "user":
      return both(network.ofUser(selector.name));
    case "group":
      return both((names.groups.get(selector.name) ?? []).flatMap((user) => network.ofUser(user)));
    case "tag":
      return both(network.withTag(selector.name));
    case "prefix": {
      const indices = network.within(selector.prefix);
      return selector.prefix.address.family === 4 ? { v4: indices, v6: [] } : { v4: [], v6: indices };
    }
    case "ipset": {
      const set = names.ipsets.get(selector.name) ?? [];
      const within = (address) => address !== void 0 && setContains(set, address);
      return {
        v4: network.where(({ ipv4 }) => within(ipv4)),
        v6: network.where(({ ipv6 }) => within(ipv6))
      };
    }
    case "workload": {
      const identity = names.workloads.get(selector.name);
      const forge = forgeOfSelector(selector.name);
      return both(
        network.where(
          ({ workload }) => identity !== void 0 && workload?.forge === forge && (identity.issuer === void 0 || identity.issuer === workload.issuer) && workload.repositoryId === identity.repositoryId && workload.ownerId === identity.ownerId && meets(where, workload)
        )
      );
    }
    case "autogroup":
      return both(autogroup(selector.name, network));
    case "host":
    case "service":
      return NOBODY;
  }
}
function both(indices) {
  return { v4: indices, v6: indices };
}
function autogroup(name, network) {
  switch (name) {
    case "member":
    case "self":
      return network.members();
    case "tagged":
      return network.tagged();
    case "danger-all":
      return network.everybody();
    case "admin":
    case "auditor":
      return network.where(({ tags, roles }) => tags.length === 0 && (roles?.includes(name) ?? false));
    default:
      return [];
  }
}
function meets(where, workload) {
  const allowed = (list, value) => list === void 0 || list.includes(value);
  return allowed(where.ref, workload.ref) && allowed(where.environment, workload.environment) && allowed(where.event, workload.event) && allowed(where.workflow, workload.workflow) && allowed(where.runner, workload.runner);
}
var ICMP = 1;
var ICMPV6 = 58;
var AccessEngine = class {
  rules;
  network;
  #bySource;
  constructor(rules, network) {
    this.rules = rules;
    this.network = network;
    this.#bySource = compile(rules, network);
  }
  /** The first rule that allows it; `undefined` means denied. */
  findAllowing(question) {
    const { source, destination, family } = question;
    const size = this.network.nodes.length;
    if (source >= size || destination >= size) return void 0;
    for (const { rule, targets } of this.#bySource[family][source]) {
      for (const target of targets) {
        const nodes = family === 4 ? target.nodes.v4 : target.nodes.v6;
        if (nodes[destination] !== 1) continue;
        if (target.self && !this.#sameOwner(source, destination)) continue;
        if (target.services.some((service) => serves(service, question))) return rule;
      }
    }
    return void 0;
  }
  /** Nodes that some rule lets a node reach, whatever the service; ascending. */
  targetsOf(source) {
    const reached = /* @__PURE__ */ new Set();
    for (const family of [4, 6]) {
      for (const { targets } of this.#bySource[family][source]) {
        for (const { nodes } of targets) {
          const members = family === 4 ? nodes.v4 : nodes.v6;
          for (let index = members.indexOf(1); index >= 0; index = members.indexOf(1, index + 1))
            reached.add(index);
        }
      }
    }
    return [...reached].sort((a, b) => a - b);
  }
  /** Rules that a node is a source of, in order. */
  rulesOf(source) {
    return [
      ...new Set([...this.#bySource[4][source], ...this.#bySource[6][source]].map(({ rule }) => rule))
    ];
  }
  #sameOwner(a, b) {
    const first = this.network.nodes[a];
    const second = this.network.nodes[b];
    return first.tags.length === 0 && second.tags.length === 0 && first.user !== void 0 && first.user === second.user;
  }
};
function serves(service, { family, protocol, port }) {
  if (protocol === ICMP || protocol === ICMPV6)
    return service.protocols.includes(family === 4 ? ICMP : ICMPV6);
  return service.protocols.includes(protocol) && portIn(service.ports, port);
}
function compile(rules, network) {
  const bySource = {
    4: network.nodes.map(() => []),
    6: network.nodes.map(() => [])
  };
  for (const rule of rules.rules) {
    if (rule.via.length > 0) continue;
    const compiled = {
      rule,
      targets: rule.targets.map(({ selector, services }) => ({
        nodes: resolve(rule, [selector], rules, network),
        self: selector.kind === "autogroup" && selector.name === "self",
        services
      }))
    };
    const sources = resolve(rule, rule.sources, rules, network);
    for (let index = 0; index < network.nodes.length; index++) {
      if (rule.postures.length > 0 && !proves(rule, rules, network, index)) continue;
      if (sources.v4[index] === 1) bySource[4][index].push(compiled);
      if (sources.v6[index] === 1) bySource[6][index].push(compiled);
    }
  }
  return bySource;
}
function proves(rule, rules, network, index) {
  return meetsPosture(rule.postures, rules.postures, network.nodes[index].attributes);
}
function resolve(rule, selectors, rules, network) {
  const set = { v4: new Uint8Array(network.nodes.length), v6: new Uint8Array(network.nodes.length) };
  for (const selector of selectors) {
    const { v4, v6 } = membersOf(selector, rules, network, rule.where);
    for (const index of v4) set.v4[index] = 1;
    for (const index of v6) set.v6[index] = 1;
  }
  return set;
}
var ANY_USER = "user:*@";
var Network = class {
  nodes;
  #byUser;
  #byTag;
  #byName;
  /** Rules name the same few prefixes again and again. */
  #byPrefix = /* @__PURE__ */ new Map();
  constructor(nodes) {
    this.nodes = nodes;
    this.#byUser = group(
      nodes,
      (node) => node.tags.length === 0 && node.user !== void 0 ? [node.user] : []
    );
    this.#byTag = group(nodes, (node) => node.tags);
    this.#byName = new Map(nodes.map((node, index) => [node.name, index]));
  }
  indexOf(name) {
    return this.#byName.get(name);
  }
  everybody() {
    return this.nodes.map((_, index) => index);
  }
  /** `user:*@example.org` is everybody of that domain. */
  ofUser(user) {
    if (!user.startsWith(ANY_USER)) return this.#byUser.get(user) ?? [];
    const domain = user.slice(ANY_USER.length - 1);
    return [...this.#byUser].flatMap(([name, indices]) => name.endsWith(domain) ? indices : []);
  }
  where(predicate) {
    return this.nodes.flatMap((node, index) => predicate(node) ? [index] : []);
  }
  withTag(tag) {
    return this.#byTag.get(tag) ?? [];
  }
  members() {
    return [...this.#byUser.values()].flat();
  }
  tagged() {
    return this.where(({ tags }) => tags.length > 0);
  }
  within(prefix) {
    const key = (0, import_chunk_0722AEF22.formatPrefix)(prefix);
    let found = this.#byPrefix.get(key);
    if (!found) {
      found = this.nodes.flatMap((node, index) => {
        const address = prefix.address.family === 4 ? node.ipv4 : node.ipv6;
        return address && (0, import_chunk_0722AEF22.prefixContains)(prefix, address) ? [index] : [];
      });
      this.#byPrefix.set(key, found);
    }
    return found;
  }
};
function group(nodes, keys) {
  const groups = /* @__PURE__ */ new Map();
  for (const [index, node] of nodes.entries()) {
    for (const key of keys(node)) {
      const members = groups.get(key);
      if (members) members.push(index);
      else groups.set(key, [index]);
    }
  }
  return groups;
}
var AUTOGROUPS2 = /* @__PURE__ */ new Set(["member", "tagged", "self"]);
function readParty(text, names, kinds) {
  const selector = parseSelector(text);
  if (typeof selector === "string") return selector;
  const quoted = JSON.stringify(text);
  if (selector.kind === "host") {
    const prefix = names.hosts.get(text);
    if (!prefix) return `host not found: ${quoted}`;
    return isSingle(prefix) ? { kind: "prefix", prefix, text } : `${quoted} is a prefix, not one host`;
  }
  if (!kinds.includes(selector.kind)) return `${quoted} cannot be tested`;
  if (selector.kind === "tag" && !names.tagOwners.has(text)) return `tag not found: ${quoted}`;
  if (selector.kind === "group" && !names.groups.has(text)) return `group not found: ${quoted}`;
  if (selector.kind === "workload" && !names.workloads.has(text)) return `workload not resolved: ${quoted}`;
  if (selector.kind === "prefix" && !isSingle(selector.prefix)) return `${quoted} is a prefix, not one host`;
  if (selector.kind === "autogroup" && !AUTOGROUPS2.has(selector.name)) return `${quoted} cannot be tested`;
  return selector;
}
function actorsOf(selector, names, nodes) {
  const { v4, v6 } = membersOf(selector, names, new Network(nodes));
  const there = [.../* @__PURE__ */ new Set([...v4, ...v6])].sort((a, b) => a - b).map((index) => nodes[index]);
  return there.length > 0 ? there : [imagine(selector, names)];
}
function standIn(selector, names, nodes) {
  return selector.kind === "prefix" ? actorsOf(selector, names, nodes)[0] : imagine(selector, names);
}
function isSingle({ address, bits }) {
  return bits === (address.family === 4 ? 32 : 128);
}
function imagine(selector, names) {
  const nobody = {
    name: "(imagined)",
    ipv4: void 0,
    ipv6: void 0,
    tags: [],
    user: void 0,
    routes: [],
    workload: void 0
  };
  switch (selector.kind) {
    case "user":
      return { ...nobody, user: selector.name };
    case "group":
      return { ...nobody, user: names.groups.get(selector.name)?.[0] };
    case "tag":
      return { ...nobody, tags: [selector.name] };
    case "prefix":
      return withAddress(nobody, selector.prefix.address);
    case "workload":
      return { ...nobody, workload: imagineWorkload(selector.name, names.workloads.get(selector.name)) };
    default:
      return nobody;
  }
}
function imagineWorkload(name, identity) {
  const from = { forge: forgeOfSelector(name), issuer: "" };
  return identity && { ...from, ...identity, ref: "", environment: "", event: "", workflow: "", runner: "" };
}
function withAddress(node, address) {
  return address.family === 4 ? { ...node, ipv4: address } : { ...node, ipv6: address };
}
var PARTIES = ["user", "group", "tag", "autogroup", "prefix"];
function runSshTests(rules, nodes) {
  return rules.ssh.tests.flatMap((test) => runTest(test, rules, nodes));
}
function runTest(test, rules, nodes) {
  const fail = (value, why) => [{ id: value.path, value, why }];
  if (test.source === void 0) return fail(test.value, '"src" is missing');
  if (test.targets.length === 0) return fail(test.value, '"dst" names nobody');
  if (test.accept.length + test.check.length + test.deny.length === 0)
    return fail(test.value, 'asserts nothing: name users under "accept", "check" or "deny"');
  const source = readParty(test.source.text(), rules, PARTIES);
  if (typeof source === "string") return fail(test.source, `src ${source}`);
  return test.targets.flatMap((target) => {
    const party = readParty(target.text(), rules, PARTIES);
    if (typeof party === "string") return fail(target, `dst ${party}`);
    const self = party.kind === "autogroup" && party.name === "self";
    if (self && source.kind !== "user") return fail(target, "only a user has devices of their own");
    const pair = new Pair(rules, nodes, source, self ? source : party);
    return [
      ...pair.unmet(test.accept, "accept", target),
      ...pair.unmet(test.check, "check", target),
      ...pair.unmet(test.deny, "deny", target)
    ];
  });
}
var Pair = class {
  #rules;
  #network;
  #sources;
  #from;
  constructor(rules, nodes, source, target) {
    const sources = actorsOf(source, rules, nodes);
    this.#rules = rules;
    this.#network = new Network([...sources, ...actorsOf(target, rules, nodes)]);
    this.#sources = sources.length;
    this.#from = "name" in source ? source.name : "text" in source ? source.text : source.kind;
  }
  unmet(users, assertion, target) {
    return users.flatMap((user) => {
      const name = user.text();
      if (name === "") return [{ id: user.path, value: user, why: '"" is no login name' }];
      if (this.#holds(name, assertion)) return [];
      const can = assertion === "deny" ? "can" : "cannot";
      const how = assertion === "check" ? " by a rule that checks" : "";
      const why = `${this.#from} ${can} log in to ${target.text()} as ${name}${how}`;
      return [{ id: user.path, value: user, why }];
    });
  }
  #holds(user, assertion) {
    const rules = this.#rules.ssh.rules.filter(
      (rule) => letsIn(rule, user) && (assertion !== "check" || rule.action === "check")
    );
    const size = this.#network.nodes.length;
    for (let from = 0; from < this.#sources; from++) {
      for (let to = this.#sources; to < size; to++) {
        const reached = rules.some((rule) => this.#joins(rule, from, to));
        if (reached === (assertion === "deny")) return false;
      }
    }
    return true;
  }
  #joins(rule, from, to) {
    return rule.sources.some((source) => this.#isMember(source, from)) && rule.targets.some(
      (target) => target.kind === "autogroup" && target.name === "self" ? this.#sameOwner(from, to) : this.#isMember(target, to)
    );
  }
  #isMember(selector, index) {
    const { v4, v6 } = membersOf(selector, this.#rules, this.#network);
    return [...v4, ...v6].includes(index);
  }
  #sameOwner(a, b) {
    const [first, second] = [this.#network.nodes[a], this.#network.nodes[b]];
    const untagged = first.tags.length + second.tags.length === 0;
    return untagged && first.user !== void 0 && first.user === second.user;
  }
};
function letsIn({ users }, user) {
  return users.includes(user) || users.includes("autogroup:nonroot") && user !== "root";
}
var PROTOCOLS = {
  "": 6,
  tcp: 6,
  udp: 17,
  sctp: 132,
  "6": 6,
  "17": 17,
  "132": 132
};
function runPolicyTests(rules, nodes) {
  return [...rules.tests.flatMap((test) => runTest2(test, rules, nodes)), ...runSshTests(rules, nodes)];
}
function countAssertions({ tests, ssh }) {
  const each = [
    ...tests.map(({ accept, deny }) => accept.length + deny.length),
    ...ssh.tests.map(({ accept, check, deny, targets }) => {
      return (accept.length + check.length + deny.length) * targets.length;
    })
  ];
  return each.reduce((sum, count) => sum + count, 0);
}
var SOURCES = ["user", "group", "tag", "autogroup", "prefix"];
var DESTINATIONS = ["user", "group", "tag", "autogroup", "prefix"];
function runTest2(test, rules, nodes) {
  const fail = (value, why) => [{ id: value.path, value, why }];
  if (test.source === void 0) return fail(test.value, '"src" is missing');
  if (test.accept.length + test.deny.length === 0)
    return fail(test.value, 'asserts nothing: name destinations under "accept" or "deny"');
  const protocol = PROTOCOLS[test.protocol?.toLowerCase() ?? ""];
  if (protocol === void 0)
    return fail(test.value, `${JSON.stringify(test.protocol)} cannot be tested: tcp, udp or sctp`);
  const source = readParty(test.source, rules, SOURCES);
  if (typeof source === "string") return fail(test.value, `src ${source}`);
  if (source.kind === "autogroup" && source.name === "self")
    return fail(test.value, 'src "autogroup:self" cannot be tested');
  const check = (value, expected) => {
    const destination = readDestination2(value, rules, source);
    if (typeof destination === "string") return fail(value, destination);
    const reach = { source, destination: destination.party, port: destination.port, protocol, test };
    if (holds2(reach, expected, rules, nodes)) return [];
    return fail(value, `${test.source} ${expected ? "cannot" : "can"} reach ${value.text()}`);
  };
  return [
    ...test.accept.flatMap((value) => check(value, true)),
    ...test.deny.flatMap((value) => check(value, false))
  ];
}
function holds2({ source, destination, port, protocol, test }, accepted, rules, nodes) {
  const sources = actorsOf(source, rules, nodes).map((node) => ({ ...node, attributes: test.attributes }));
  const destinations = actorsOf(destination, rules, nodes);
  const engine = new AccessEngine(rules, new Network([...sources, ...destinations]));
  const families = destination.kind === "prefix" ? [destination.prefix.address.family] : [4, 6];
  const reaches = (from, to) => families.some((family) => {
    const question = { source: from, destination: sources.length + to, family, protocol, port };
    return engine.findAllowing(question) !== void 0;
  });
  return sources.every((_, from) => destinations.every((_2, to) => reaches(from, to) === accepted));
}
function readDestination2(value, rules, source) {
  const text = value.text();
  const colon = text.lastIndexOf(":");
  const port = text.slice(colon + 1);
  if (colon < 0 || !/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65535)
    return `${JSON.stringify(text)}: a test names one port, from 1 to 65535`;
  const host = text.slice(0, colon);
  if (host.includes("/")) return `${JSON.stringify(text)}: a test names one host, not a prefix`;
  const party = readParty(host, rules, DESTINATIONS);
  if (typeof party === "string") return `dst ${party}`;
  if (party.kind !== "autogroup" || party.name !== "self") return { party, port: Number(port) };
  return source.kind === "user" ? { party: source, port: Number(port) } : `${JSON.stringify(text)}: only a user has devices of their own`;
}
function changedRules(before, after) {
  const old = new Map(before.rules.map((rule) => [meaningOf(rule, before), rule]));
  const now = new Map(after.rules.map((rule) => [meaningOf(rule, after), rule]));
  return {
    gone: [...old].flatMap(([meaning, rule]) => now.has(meaning) ? [] : [rule]),
    come: [...now].flatMap(([meaning, rule]) => old.has(meaning) ? [] : [rule])
  };
}
function meaningOf(rule, rules) {
  const { id: _id, place: _place, sources, targets, postures, ...rest } = rule;
  return JSON.stringify({
    ...rest,
    sources: sources.map((selector) => spellOut(selector, rules)).sort(),
    targets: targets.map(({ selector, services }) => [spellOut(selector, rules), services]),
    postures: postures.map((name) => rules.postures.get(name))
  });
}
function spellOut(selector, rules) {
  switch (selector.kind) {
    case "group":
      return JSON.stringify(["group", [...rules.groups.get(selector.name) ?? []].sort()]);
    case "prefix":
      return (0, import_chunk_0722AEF22.formatPrefix)(selector.prefix);
    case "ipset":
      return JSON.stringify(["ipset", spellSet(rules.ipsets.get(selector.name) ?? [])]);
    case "workload":
      return JSON.stringify(["workload", rules.workloads.get(selector.name)]);
    default:
      return JSON.stringify(selector);
  }
}
function spellSet(set) {
  return set.map((step) => [
    step.add,
    step.kind === "prefix" ? (0, import_chunk_0722AEF22.formatPrefix)(step.prefix) : spellSet(step.set)
  ]);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_7QDTEPUY,
  chunk_N2CEJMOH,
  chunk_OFVEZVAZ
});
