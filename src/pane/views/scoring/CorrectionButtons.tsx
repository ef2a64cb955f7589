import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useCardStyles } from "../common/card-styles";

interface CorrectionButtonsProps {
  readonly disabled?: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** 就这样读, what else there is, and the way out. */
export function CorrectionButtons({ disabled, onSave, onClose, children }: CorrectionButtonsProps): ReactNode {
  const styles = useCardStyles();
  return (
    <div className={styles.actions}>
      <Button size="small" appearance="primary" disabled={disabled} onClick={onSave}>
        就这样读
      </Button>
      {children}
      <Button size="small" onClick={onClose}>
        算了
      </Button>
    </div>
  );
}
