using Torchlight.Generator.Catalog;

namespace Torchlight.Generator.Emit;

/// <summary>An operator that cannot be generated, what stands in the way, and the reason that the override file gives.</summary>
internal sealed record DroppedOperator(Operator Operator, string Problem, string? Reason);
