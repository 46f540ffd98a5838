// MathML 3 presentation elements and their attributes (W3C MathML 3 ch. 3), without links and maction.
export const mathElements: ReadonlySet<string> = new Set(
  `math mi mn mo mtext mspace ms mglyph mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced
  menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mlabeledtr
  mtr mtd maligngroup malignmark mstack mlongdiv msgroup msrow mscarries mscarry msline semantics
  annotation`.split(/\s+/u),
);
export const mathAttributes: ReadonlySet<string> = new Set(
  `display alttext overflow mathvariant mathsize mathcolor mathbackground dir form fence separator
  lspace rspace stretchy symmetric maxsize minsize largeop movablelimits accent accentunder width
  height depth voffset linethickness numalign denomalign bevelled open close separators notation
  subscriptshift superscriptshift align rowalign columnalign rowspacing columnspacing rowlines
  columnlines frame framespacing equalrows equalcolumns displaystyle scriptlevel side rowspan
  columnspan encoding lquote rquote scriptminsize scriptsizemultiplier linebreak indentalign`.split(
    /\s+/u,
  ),
);

// SVG without script, links, foreign content, animation and outside references.
export const svgElements: ReadonlySet<string> = new Set(
  `svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs symbol use
  linearGradient radialGradient stop clipPath mask pattern marker image`.split(/\s+/u),
);
export const svgAttributes: ReadonlySet<string> = new Set(
  `viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform fill fill-opacity
  fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset
  stroke-miterlimit stroke-opacity opacity color font-family font-size font-weight font-style
  text-anchor dominant-baseline alignment-baseline baseline-shift letter-spacing word-spacing
  text-decoration dx dy rotate textLength lengthAdjust offset stop-color stop-opacity gradientUnits
  gradientTransform spreadMethod clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits
  patternUnits patternContentUnits patternTransform marker-start marker-mid marker-end markerWidth
  markerHeight markerUnits orient refX refY preserveAspectRatio version visibility display
  vector-effect href xlink:href startOffset`.split(/\s+/u),
);

export const ssmlElements: ReadonlySet<string> = new Set(
  'speak p s w token say-as phoneme sub lang voice emphasis break prosody'.split(' '),
);
export const ssmlAttributes: ReadonlySet<string> = new Set(
  `interpret-as format detail alphabet ph alias gender age variant name languages required ordering
  level strength time pitch contour range rate duration volume type version`.split(/\s+/u),
);
