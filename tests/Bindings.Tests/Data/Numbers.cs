using static TorchSharp.torch.utils.data;

namespace Bindings.Tests.Data;

/// <summary>A dataset whose samples are their own indices.</summary>
internal sealed class Numbers(long count) : Dataset<long>
{
    public override long Count => count;

    public override long GetTensor(long index) => index;
}
