"""Several results as one vector, for the recorder's one output."""
import torch


def together(*results):
    """All results, nested ones too, behind each other in one vector; None counts for nothing."""
    flat = []
    for result in results:
        if isinstance(result, (tuple, list)):
            flat.append(together(*result))
        elif result is not None:
            flat.append(result.reshape(-1))
    return torch.cat(flat)
