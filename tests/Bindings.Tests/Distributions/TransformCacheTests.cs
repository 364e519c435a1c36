using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace Bindings.Tests.Distributions;

/// <summary>Transforms that remember their last pair.</summary>
public class TransformCacheTests
{
    // Where tanh rounds to 1, only what was remembered can lead back.
    private const float Far = 30f;

    [Fact]
    public void The_last_output_leads_back_exactly()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(new[] { Far, -1f });
        var transform = new TanhTransform(1);
        Tensor y = transform.forward(x);
        Assert.Equal(Far, transform.inv.forward(y)[0].item<float>());
        Assert.True(float.IsInfinity(new TanhTransform().inv.forward(y)[0].item<float>()));
    }

    [Fact]
    public void An_equal_tensor_that_is_another_one_is_computed()
    {
        using DisposeScope scope = NewDisposeScope();
        var transform = new TanhTransform(1);
        Tensor y = transform.forward(tensor(Far));
        Assert.True(float.IsInfinity(transform.inv.forward(y.clone()).item<float>()));
    }

    [Fact]
    public void The_inverse_remembers_for_the_way_there()
    {
        using DisposeScope scope = NewDisposeScope();
        var transform = new SigmoidTransform(1);
        Tensor y = tensor(0.25f);
        Tensor x = transform.inv.forward(y);
        Assert.Equal(0.25f, transform.forward(x).item<float>());
    }

    [Fact]
    public void A_chain_finds_its_way_back_through_all_parts()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(Far);
        var chain = new ComposeTransform([new TanhTransform(), new AffineTransform(1, 2)], 1);
        Assert.Equal(Far, chain.inv.forward(chain.forward(x)).item<float>());
    }

    [Fact]
    public void A_caller_may_dispose_what_it_got()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(Far);
        var transform = new TanhTransform(1);
        transform.forward(x).Dispose();
        Tensor y = transform.forward(x);
        Assert.Equal(1f, y.item<float>());
        transform.inv.forward(y).Dispose();
        Assert.Equal(Far, transform.inv.forward(y).item<float>());
    }

    [Fact]
    public void Gradients_flow_through_what_was_remembered()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(0.5f).requires_grad_();
        var transform = new ExpTransform(1);
        Tensor y = transform.forward(x);
        transform.inv.forward(y).backward();
        Assert.Equal(1f, x.grad!.item<float>());
    }

    [Fact]
    public void Densities_of_fresh_draws_use_the_caches()
    {
        using DisposeScope scope = NewDisposeScope();
        var squashed = distributions.TransformedDistribution(distributions.Normal(tensor(Far), tensor(1f)), [new TanhTransform(1)]);
        Assert.True(squashed.log_prob(squashed.rsample(10)).isfinite().all().item<bool>());
    }

    [Fact]
    public void With_cache_keeps_or_makes_anew()
    {
        var transform = new ExpTransform();
        Assert.Same(transform, transform.with_cache(0));
        Assert.Equal(1, transform.with_cache().cache_size);
        Assert.Same(transform, transform.inv.inv);
    }

    [Fact]
    public void A_thousand_remembered_pairs_leave_two_views()
    {
        using var transform = new ExpTransform(1);
        using Tensor x = ones(3);
        long before = Live;
        for (int i = 0; i < 1000; i++)
        {
            using Tensor shifted = x + i;
            using Tensor y = transform.forward(shifted);
        }

        Assert.Equal(before + 2, Live);
        transform.Dispose();
        Assert.Equal(before, Live);
    }

    [Fact]
    public void Equal_transforms_are_known_as_such()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal<Transform>(new ExpTransform(), new ExpTransform());
        Assert.Equal<Transform>(new ExpTransform().inv, new ExpTransform().inv);
        Assert.Equal<Transform>(new AffineTransform(ones(2), zeros(2)), new AffineTransform(ones(2), zeros(2)));
        Assert.NotEqual<Transform>(new AffineTransform(ones(2), zeros(2)), new AffineTransform(ones(2), ones(2)));
        Assert.NotEqual<Transform>(new AffineTransform(1, 2), new AffineTransform(1, 3));
        Assert.NotEqual<Transform>(new ExpTransform(), new SigmoidTransform());
        Assert.Equal<Transform>(new ComposeTransform([new ExpTransform(), new TanhTransform()]), new ComposeTransform([new ExpTransform(), new TanhTransform()]));
        Assert.NotEqual<Transform>(new IndependentTransform(new ExpTransform(), 1), new IndependentTransform(new ExpTransform(), 2));
    }

    /// <summary>Made less disposed by this thread: what the collector does has no part in it.</summary>
    private static long Live => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
}
