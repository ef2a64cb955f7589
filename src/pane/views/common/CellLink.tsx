import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CellPlace } from "../../../hosts/host";
import { usePane } from "../../session-context";

interface CellLinkProps {
  readonly place: CellPlace;
  /** What it is, for those who hear it: "收入总表“行政运行”行“合计”列". */
  readonly name?: string | null;
  readonly children: ReactNode;
}

/** Something that stands in a cell: a click goes there. */
export function CellLink({ place, name, children }: CellLinkProps): ReactNode {
  const { state, session } = usePane();
  const where = `${place.sheet} ${place.address}`;
  // A cell of a document beside the workbook: named, but nobody can go there.
  if (state.checked?.elsewhere.has(place.sheet) === true)
    return <span title={name ? `${name}（${where}）` : where}>{children}</span>;
  return (
    <Link as="button" inline title={name ? `${name}（${where}）` : where} onClick={() => void session.reveal(place)}>
      {children}
    </Link>
  );
}
