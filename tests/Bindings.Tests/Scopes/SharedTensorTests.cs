using Fuzzing;
using TorchSharp;

namespace Bindings.Tests.Scopes;

public class SharedTensorTests
{
    [Fact]
    public void Threads_may_dispose_what_others_are_using()
    {
        var (used, gone, wrong) = Threads.Run(threads: 4, uses: 2_000);

        Assert.Equal(0, wrong);
        Assert.True(gone > 0, "no thread met a disposed tensor");
        Assert.True(used > gone, "hardly any use found its tensor");
    }

    [Fact]
    public async Task A_tensor_disposed_on_another_thread_is_disposed_here()
    {
        var tensor = torch.ones(3);

        await Task.Run(tensor.Dispose);

        Assert.True(tensor.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => tensor + 1);
        tensor.Dispose();
    }

    [Fact]
    public async Task A_call_waits_for_no_thread_that_disposes()
    {
        // The other thread disposes while this one is inside a call: from within the call's own callback.
        using var shared = torch.ones(1000);
        using var leaf = torch.ones(1000, requires_grad: true);
        using var hook = leaf.register_hook(gradient =>
        {
            Task.Run(shared.Dispose).Wait();
            return gradient;
        });

        using var loss = (leaf * shared).sum();
        loss.backward();

        Assert.True(shared.IsInvalid);
        Assert.Equal(1, leaf.grad!.mean().item<float>());
        await Task.Run(() => torch.ones(1).Dispose());
    }
}
