using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// Attention of several heads (Vaswani et al., 2017), with the projections before and behind it. Python's <c>torch.nn.MultiheadAttention</c>.
/// </summary>
public sealed partial class MultiheadAttention : Module<Tensor, Tensor, Tensor, Tensor, bool, Tensor, Tuple<Tensor, Tensor>>
{
    private Parameter? _in_proj_weight;
    private Parameter? _q_proj_weight;
    private Parameter? _k_proj_weight;
    private Parameter? _v_proj_weight;
    private Parameter? _in_proj_bias;
    private Parameter? _bias_k;
    private Parameter? _bias_v;

    internal MultiheadAttention(
        long embed_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long? kdim, long? vdim, bool batch_first,
        Device? device, ScalarType? dtype)
        : base(nameof(MultiheadAttention))
    {
        if (embed_dim <= 0 || num_heads <= 0 || embed_dim % num_heads != 0)
        {
            throw new ArgumentException(
                $"{embed_dim} features cannot be shared by {num_heads} heads: both are positive and the heads divide the features.", nameof(num_heads));
        }

        (this.embed_dim, this.num_heads, this.dropout, this.add_zero_attn, this.batch_first) =
            (embed_dim, num_heads, dropout, add_zero_attn, batch_first);
        (this.kdim, this.vdim) = (kdim ?? embed_dim, vdim ?? embed_dim);
        var together = this.kdim == embed_dim && this.vdim == embed_dim;
        in_proj_weight = together ? NewParameter([3 * embed_dim, embed_dim], device, dtype) : null;
        q_proj_weight = together ? null : NewParameter([embed_dim, embed_dim], device, dtype);
        k_proj_weight = together ? null : NewParameter([embed_dim, this.kdim], device, dtype);
        v_proj_weight = together ? null : NewParameter([embed_dim, this.vdim], device, dtype);
        in_proj_bias = bias ? NewParameter([3 * embed_dim], device, dtype) : null;
        out_proj = new NonDynamicallyQuantizableLinear(embed_dim, embed_dim, bias, device, dtype);
        bias_k = add_bias_kv ? NewParameter([1, 1, embed_dim], device, dtype) : null;
        bias_v = add_bias_kv ? NewParameter([1, 1, embed_dim], device, dtype) : null;
        register_module(nameof(out_proj), out_proj);
        reset_parameters();
    }

    /// <summary>A copy with parameters of its own.</summary>
    internal MultiheadAttention(MultiheadAttention other)
        : base(nameof(MultiheadAttention))
    {
        (embed_dim, num_heads, dropout, add_zero_attn, batch_first) =
            (other.embed_dim, other.num_heads, other.dropout, other.add_zero_attn, other.batch_first);
        (kdim, vdim) = (other.kdim, other.vdim);
        in_proj_weight = Copies.Of(other.in_proj_weight);
        q_proj_weight = Copies.Of(other.q_proj_weight);
        k_proj_weight = Copies.Of(other.k_proj_weight);
        v_proj_weight = Copies.Of(other.v_proj_weight);
        in_proj_bias = Copies.Of(other.in_proj_bias);
        out_proj = new NonDynamicallyQuantizableLinear(Copies.Of(other.out_proj.weight)!, Copies.Of(other.out_proj.bias));
        bias_k = Copies.Of(other.bias_k);
        bias_v = Copies.Of(other.bias_v);
        register_module(nameof(out_proj), out_proj);
    }

    /// <summary>The projections of queries, keys and values in one, (3 embed_dim, embed_dim); null where they are separate.</summary>
    public Parameter? in_proj_weight
    {
        get => Current(_in_proj_weight);
        set => SetParameter(ref _in_proj_weight, value);
    }

    /// <summary>The queries' projection, (embed_dim, embed_dim); null where all three are one.</summary>
    public Parameter? q_proj_weight
    {
        get => Current(_q_proj_weight);
        set => SetParameter(ref _q_proj_weight, value);
    }

    /// <summary>The keys' projection, (embed_dim, kdim); null where all three are one.</summary>
    public Parameter? k_proj_weight
    {
        get => Current(_k_proj_weight);
        set => SetParameter(ref _k_proj_weight, value);
    }

    /// <summary>The values' projection, (embed_dim, vdim); null where all three are one.</summary>
    public Parameter? v_proj_weight
    {
        get => Current(_v_proj_weight);
        set => SetParameter(ref _v_proj_weight, value);
    }

    /// <summary>The projections' bias, (3 embed_dim), or null.</summary>
    public Parameter? in_proj_bias
    {
        get => Current(_in_proj_bias);
        set => SetParameter(ref _in_proj_bias, value);
    }

    /// <summary>A key that every sequence gets at its end, (1, 1, embed_dim), or null.</summary>
    public Parameter? bias_k
    {
        get => Current(_bias_k);
        set => SetParameter(ref _bias_k, value);
    }

    /// <summary>The value that goes with <see cref="bias_k"/>, or null.</summary>
    public Parameter? bias_v
    {
        get => Current(_bias_v);
        set => SetParameter(ref _bias_v, value);
    }

    /// <summary>The projection of the heads' results.</summary>
    public NonDynamicallyQuantizableLinear out_proj { get; }

    /// <summary>The number of features of queries and results.</summary>
    public long embed_dim { get; }

    /// <summary>The number of features of keys.</summary>
    public long kdim { get; }

    /// <summary>The number of features of values.</summary>
    public long vdim { get; }

    /// <summary>The number of heads.</summary>
    public long num_heads { get; }

    /// <summary>The number of features of a head.</summary>
    public long head_dim => embed_dim / num_heads;

    /// <summary>The probability that a weight is dropped in training.</summary>
    public double dropout { get; set; }

    /// <summary>Whether every sequence gets a key and a value of zeros at its end.</summary>
    public bool add_zero_attn { get; }

    /// <summary>Whether the batch is the first dimension of inputs and outputs.</summary>
    public bool batch_first { get; set; }

    /// <summary>Draws the projections and the additional key and value anew, sets the biases to zero.</summary>
    public void reset_parameters()
    {
        foreach (var weight in new[] { in_proj_weight, q_proj_weight, k_proj_weight, v_proj_weight }.OfType<Parameter>())
        {
            init.xavier_uniform_(weight);
        }

        foreach (var bias in new[] { in_proj_bias, in_proj_bias is null ? null : out_proj.bias }.OfType<Parameter>())
        {
            init.zeros_(bias);
        }

        foreach (var added in new[] { bias_k, bias_v }.OfType<Parameter>())
        {
            init.xavier_normal_(added);
        }
    }
}
