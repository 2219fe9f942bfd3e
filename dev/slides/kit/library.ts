import imported from 'pptxgenjs';

/**
 * The types of the library are written as if it were CommonJS, while Node loads its ES module, whose default export is
 * the class itself: what the types call `default` is read here only.
 */
export const Library = imported as unknown as typeof imported.default;

export type Presentation = imported.default;
export type Slide = imported.default.Slide;
export type Run = imported.default.TextProps;
export type TextLook = imported.default.TextPropsOptions;
export type ShapeName = imported.default.SHAPE_NAME;
export type Placeholder = imported.default.PlaceholderProps;
export type Cell = imported.default.TableCell;
export type CellLook = imported.default.TableCellProps;
export type Row = imported.default.TableRow;
