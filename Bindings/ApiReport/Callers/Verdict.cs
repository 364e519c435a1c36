using Torchlight.ApiReport.Lists;

namespace Torchlight.ApiReport.Callers;

/// <summary>What became of a listed signature's callers: <see cref="Problem"/> is what the compiler says, null where they compile.</summary>
internal sealed record Verdict(ListedSignature Signature, string? Problem)
{
    public bool IsCompatible => Problem is null;
}
