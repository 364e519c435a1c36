using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Optim;

public class SparseGradientTests
{
    [Fact]
    public void Embeddings_with_sparse_gradients_learn_where_they_were_looked_at()
    {
        using var scope = NewDisposeScope();
        var table = nn.Embedding(6, 3, sparse: true);
        var before = table.weight!.detach().clone();
        using var optimizer = optim.SparseAdam(table.parameters(), 0.1);
        using var dense = nn.Embedding(6, 3);
        table.call(tensor(new long[] { 1, 4, 1 })).pow(2).sum().backward();
        Assert.True(table.weight.grad!.is_sparse);
        optimizer.step();

        var moved = (table.weight.detach() - before).abs().sum(1).data<float>().ToArray();
        Assert.All(new[] { 0, 2, 3, 5 }, row => Assert.Equal(0f, moved[row]));
        Assert.All(new[] { 1, 4 }, row => Assert.Equal(0.3f, moved[row], 1e-4f));
    }

    [Fact]
    public void A_gradient_without_entries_changes_nothing()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(4, 2));
        weight.grad = sparse_coo_tensor(zeros(1, 0, dtype: ScalarType.Int64), zeros(0, 2), [4, 2]);
        using var optimizer = optim.SparseAdam([weight]);
        using var adagrad = optim.Adagrad([weight]);
        optimizer.step();
        adagrad.step();
        Assert.True(ops.aten.equal(weight, ones(4, 2)));
    }

    [Fact]
    public void Adagrad_takes_dense_and_sparse_gradients_together()
    {
        using var scope = NewDisposeScope();
        Parameter[] both = [new(ones(3, 2)), new(ones(3, 2))], dense = [new(ones(3, 2)), new(ones(3, 2))];
        using var one = optim.Adagrad(both, 0.1);
        using var other = optim.Adagrad(dense, 0.1);
        var gradient = tensor(new float[,] { { 1, 2 }, { 0, 0 }, { -3, 4 } });
        both[0].grad = gradient.to_sparse();
        both[1].grad = dense[0].grad = dense[1].grad = gradient;
        one.step();
        other.step();
        Assert.All(both.Zip(dense), pair => Assert.True(ops.aten.allclose(pair.First, pair.Second)));
    }

    [Fact]
    public void What_does_not_fit_is_told()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(3, 2)) { grad = ones(3, 2).to_sparse() };
        foreach (var name in new[] { "Adam", "AdamW", "Adamax", "Adadelta", "ASGD", "NAdam", "RAdam", "RMSprop", "Rprop", "Adafactor" })
        {
            using var optimizer = OptimizerProblem.Create(name, System.Text.Json.JsonDocument.Parse("{}").RootElement, [weight]);
            Assert.Contains("SparseAdam", Assert.Throws<InvalidOperationException>(() => optimizer.step()).Message);
        }
        using var decayed = optim.SGD([weight], 0.1, weight_decay: 0.1);
        Assert.Contains("weight_decay", Assert.Throws<InvalidOperationException>(() => decayed.step()).Message);
        weight.grad = ones(3, 2);
        using var sparse = optim.SparseAdam([weight]);
        Assert.Contains("use Adam", Assert.Throws<InvalidOperationException>(() => sparse.step()).Message);
        Assert.Throws<ArgumentException>(() => optim.Adafactor([new Parameter(zeros(2, dtype: ScalarType.ComplexFloat32))]));
    }
}
