using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

/// <summary>Copies of modules: what Python's copy.deepcopy gives.</summary>
public class ModuleCopyTests
{
    public static TheoryData<string> Kinds => ["Sequential", "LSTM", "Attention", "Encoder", "ModuleList", "ModuleDict", "ParameterDict", "Own", "BatchNorm"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_copy_has_the_same_state_and_shares_none_of_it(string kind)
    {
        using var scope = NewDisposeScope();
        using Module module = Make(kind);
        module.eval();
        Module copy;
        using (NewDisposeScope())
        {
            copy = module.deepcopy();
        }

        Assert.Same(module.GetType(), copy.GetType());
        Assert.Equal(module.ToString(), copy.ToString());
        Assert.Equal(module.modules().Select(one => one.training), copy.modules().Select(one => one.training));
        Dictionary<string, Tensor> before = module.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        Assert.Equal(before.Keys, copy.state_dict().Keys);
        Assert.Equal(module.named_parameters().Select(p => (p.name, p.parameter.requires_grad)), copy.named_parameters().Select(p =>
            (p.name, p.parameter.requires_grad)));
        Tensor[] expected = Run(kind, module), same = Run(kind, copy);
        using (no_grad())
        {
            foreach (Tensor tensor in copy.state_dict().Values)
            {
                Assert.Contains(before.Values, other => other.Equals(tensor));
                tensor.add_(1);
            }
        }

        Tensor[] other = Run(kind, copy), again = Run(kind, module);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(expected[i].Equals(same[i]), $"{kind}: the copy computes {same[i]}, the module {expected[i]}");
            Assert.True(expected[i].Equals(again[i]), $"{kind}: the module changed with its copy");
            Assert.False(expected[i].Equals(other[i]), $"{kind}: the copy computes with the module's tensors");
        }

        foreach (var (name, tensor) in module.state_dict())
        {
            Assert.True(tensor.Equals(before[name]), $"{kind}: {name} changed with the copy's");
        }

        copy.Dispose();
        Assert.False(module.parameters().First().IsInvalid);
    }

    [Fact]
    public void What_is_used_twice_is_one_in_the_copy_and_hooks_come_along()
    {
        using var scope = NewDisposeScope();
        using var shared = Linear(3, 3);
        using var module = Sequential(shared, ReLU(), shared);
        var calls = 0;
        shared.register_forward_hook((_, _, result) =>
        {
            calls++;
            return result;
        });
        using var copy = module.deepcopy();
        Assert.Same(copy[0], copy[2]);
        Assert.Equal(2, copy.parameters().Count());
        copy.call(ones(1, 3));
        Assert.Equal(2, calls);
        Module? seen = null;
        var handle = shared.register_full_backward_hook((from, _, _) =>
        {
            seen = from;
            return null;
        });
        using var watched = shared.deepcopy();
        watched.call(ones(1, 3).requires_grad_()).sum().backward();
        Assert.Same(watched, seen);
        handle.remove();
        Assert.Null(shared.weight!.grad);
    }

    [Fact]
    public void What_cannot_be_copied_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<InvalidOperationException>(() => LazyLinear(3).deepcopy());
        Assert.Contains("weight", Assert.Throws<NotSupportedException>(() => nn.utils.weight_norm(Linear(3, 3)).deepcopy()).Message, StringComparison.Ordinal);
        Assert.Contains("_layers", Assert.Throws<NotSupportedException>(() => new Listed().deepcopy()).Message, StringComparison.Ordinal);
        Assert.Contains("_self", Assert.Throws<NotSupportedException>(() => new Bound().deepcopy()).Message, StringComparison.Ordinal);
        var disposed = Linear(2, 2);
        disposed.Dispose();
        Assert.Throws<ObjectDisposedException>(() => disposed.deepcopy());
    }

    private static Module Make(string kind) => kind switch
    {
        "Sequential" => Sequential(Linear(4, 4), Tanh(), Linear(4, 4, hasBias: false)),
        "LSTM" => LSTM(4, 4, 2, bidirectional: true),
        "Attention" => MultiheadAttention(4, 2),
        "Encoder" => TransformerEncoder(TransformerEncoderLayer(4, 2, 8), 2),
        "ModuleList" => new ModuleList<Linear>(Linear(4, 4), Linear(4, 4)),
        "ModuleDict" => new ModuleDict<Linear> { { "a", Linear(4, 4) }, { "b", Linear(4, 4) } },
        "ParameterDict" => new ParameterDict { { "a", new Parameter(randn(4, 4)) }, { "b", new Parameter(randn(4, 4), false) } },
        "BatchNorm" => BatchNorm1d(4),
        _ => new Own(),
    };

    private static Tensor[] Run(string kind, Module module)
    {
        Tensor x = linspace(-1, 1, 24).reshape(3, 2, 4);
        return module switch
        {
            LSTM lstm => [lstm.call(x).Item1],
            MultiheadAttention attention => [attention.call(x, x, x).Item1],
            TransformerEncoder encoder => [encoder.call(x)],
            ModuleList<Linear> list => [.. list.Select(layer => layer.call(x))],
            ModuleDict<Linear> dictionary => [.. dictionary.Values.Select(layer => layer.call(x))],
            ParameterDict parameters => [.. parameters.Values.Select(parameter => x.matmul(parameter))],
            BatchNorm1d norm => [norm.call(x.reshape(6, 4))],
            Module<Tensor, Tensor> other => [other.call(x)],
            _ => throw new ArgumentException(kind),
        };
    }

    private sealed class Own : Module<Tensor, Tensor>
    {
        private readonly Linear _first = Linear(4, 4);
        private readonly Linear[] _more = [Linear(4, 4), Linear(4, 4)];
        private readonly Parameter _scale = new(ones(4));
        private readonly Tensor _shift = ones(4);
        private readonly Tensor _unregistered;
        private readonly long[] _numbers = [1, 2];

        public Own()
            : base(nameof(Own))
        {
            RegisterComponents();
            register_module("one", _more[0]);
            register_module("two", _more[1]);
            _unregistered = _shift;
        }

        public override Tensor forward(Tensor input) =>
            (_more[1].call(_more[0].call(_first.call(input))) * _scale) + _shift + _unregistered + _numbers[0];
    }

    private sealed class Listed : Module<Tensor, Tensor>
    {
        private readonly List<Linear> _layers = [Linear(2, 2)];

        public Listed()
            : base(nameof(Listed))
        {
            register_module("one", _layers[0]);
        }

        public override Tensor forward(Tensor input) => _layers[0].call(input);
    }

    private sealed class Bound : Module<Tensor, Tensor>
    {
        private readonly Func<Tensor, Tensor> _self;

        public Bound()
            : base(nameof(Bound))
        {
            _self = Twice;
        }

        public override Tensor forward(Tensor input) => _self(input);

        private Tensor Twice(Tensor input) => training ? input * 2 : input;
    }
}
