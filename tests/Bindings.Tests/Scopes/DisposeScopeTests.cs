using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Scopes;

public sealed class DisposeScopeTests
{
    [Fact]
    public void AScopeDisposesWhatWasMadeInIt()
    {
        Tensor inner;
        using (DisposeScope scope = NewDisposeScope())
        {
            inner = torch.ones(2);
            Assert.Equal(1, scope.DisposablesCount);
            Assert.Same(scope, CurrentDisposeScope);
        }

        Assert.True(inner.IsInvalid);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void MovedTensorsOutliveTheirScope()
    {
        Tensor detached, moved, inner;
        using (DisposeScope outer = NewDisposeScope())
        {
            using (DisposeScope scope = NewDisposeScope())
            {
                inner = torch.ones(2);
                moved = torch.ones(2).MoveToOuterDisposeScope();
                detached = torch.ones(2).DetachFromDisposeScope();
            }

            Assert.True(inner.IsInvalid);
            Assert.False(moved.IsInvalid);
            Assert.True(outer.Contains(moved));
        }

        Assert.True(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void ATensorDisposedByHandLeavesItsScope()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.ones(2), y = torch.ones(2);
        x.Dispose();
        Assert.Equal(1, scope.DisposablesCount);
        Assert.False(scope.Contains(x));
        Assert.True(scope.Contains(y));
    }

    [Fact]
    public void EverythingButWhatIsKeptGoes()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.ones(2), y = torch.ones(2), z = torch.ones(2);
        scope.DisposeEverythingBut(y);
        Assert.True(x.IsInvalid && z.IsInvalid);
        Assert.False(y.IsInvalid);
        scope.DisposeEverything();
        Assert.True(y.IsInvalid);
    }

    [Fact]
    public void ScopesClosedOutOfOrderKeepTheRest()
    {
        DisposeScope first = NewDisposeScope();
        Tensor a = torch.ones(1);
        DisposeScope second = NewDisposeScope();
        Tensor b = torch.ones(1);
        first.Dispose();
        Assert.True(a.IsInvalid);
        Assert.False(b.IsInvalid);
        Assert.Same(second, CurrentDisposeScope);
        second.Dispose();
        Assert.True(b.IsInvalid);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void ScopesBelongToTheirThread()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor? made = null;
        var thread = new Thread(() => made = torch.ones(2));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        Assert.False(made!.IsInvalid);
        made.Dispose();
    }

    [Fact]
    public void StatisticsBalance()
    {
        DisposeScopeManager.Statistics.Reset();
        using (NewDisposeScope())
        {
            Tensor x = torch.ones(2), y = torch.ones(2);
            y.Dispose();
            Assert.Equal(2, DisposeScopeManager.Statistics.CreatedInScopeCount);
        }

        torch.ones(1).Dispose();
        Assert.Equal(2, DisposeScopeManager.Statistics.DisposedInScopeCount);
        Assert.Equal(1, DisposeScopeManager.Statistics.CreatedOutsideScopeCount);
        Assert.Equal(1, DisposeScopeManager.Statistics.DisposedOutsideScopeCount);
        Assert.Equal(0, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void AWrappedExpressionKeepsItsResultOnly()
    {
        Tensor? inner = null;
        using Tensor result = WrappedTensorDisposeScope(() =>
        {
            inner = torch.ones(2);
            return inner + 1;
        });
        Assert.True(inner!.IsInvalid);
        Assert.Equal(4f, result.sum().item<float>());
    }

    [Fact]
    public void TensorsAndPackedSequencesAreCountedApartAndTogether()
    {
        ThreadDisposeScopeStatistics statistics = DisposeScopeManager.Statistics;
        statistics.Reset();
        using (NewDisposeScope())
        {
            torch.ones(2).DetachFromDisposeScope().Dispose();
            torch.ones(2);
        }

        LifetimeStatistics tensors = statistics.TensorStatistics;
        Assert.Equal(2, tensors.CreatedInScopeCount);
        Assert.Equal(1, tensors.DetachedFromScopeCount);
        Assert.Equal(1, tensors.DisposedOutsideScopeCount);
        Assert.Equal(1, tensors.DisposedInScopeCount);
        Assert.Equal(0, tensors.ThreadTotalLiveCount);
        Assert.Equal(0, statistics.PackedSequenceStatistics.CreatedInScopeCount);
        Assert.Equal(2, statistics.CreatedInScopeCount);
        Assert.Contains("created 2 in", statistics.ToString());
        statistics.Reset();
        Assert.Equal(0, tensors.CreatedInScopeCount);
    }
}
