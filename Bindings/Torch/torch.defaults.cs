using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of libtorch that is loaded (torch.__version__).</summary>
    public static string __version__ => NativeLibraries.LibtorchVersion;

    /// <summary>The element type of new real tensors when none is given: float32 unless set (torch.get_default_dtype).</summary>
    public static ScalarType get_default_dtype() => (ScalarType)NativeMethods.tl_default_dtype();

    /// <summary>Sets the element type of new real tensors (torch.set_default_dtype).</summary>
    /// <param name="dtype">A floating-point type.</param>
    /// <exception cref="TorchException">Not a floating-point type.</exception>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!is_floating_point(dtype))
        {
            throw new TorchTypeException($"only floating-point types are supported as the default type, {dtype} is none");
        }

        NativeError.Check(NativeMethods.tl_set_default_dtype((int)dtype), "torch.set_default_dtype");
    }

    /// <summary>The element type that an operation on both types works in (torch.promote_types).</summary>
    /// <param name="type1">One.</param>
    /// <param name="type2">The other.</param>
    public static unsafe ScalarType promote_types(ScalarType type1, ScalarType type2)
    {
        int result;
        NativeError.Check(NativeMethods.tl_promote_types(TypeNumbers.Of(type1), TypeNumbers.Of(type2), &result), "torch.promote_types");
        return (ScalarType)result;
    }

    /// <summary>The element type that an operation on both tensors gives (torch.result_type).</summary>
    /// <param name="tensor1">One.</param>
    /// <param name="tensor2">The other.</param>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => ops.aten.result_type_Tensor(tensor1, tensor2);

    /// <summary>The element type that an operation on a tensor and a number gives (torch.result_type).</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="scalar">The number, which widens the tensor's type only where it is of another kind.</param>
    public static ScalarType result_type(Tensor tensor, Scalar scalar) => ops.aten.result_type_Scalar(tensor, scalar);

    /// <summary>The element type that an operation on a number and a tensor gives (torch.result_type).</summary>
    /// <param name="scalar">The number, which widens the tensor's type only where it is of another kind.</param>
    /// <param name="tensor">The tensor.</param>
    public static ScalarType result_type(Scalar scalar, Tensor tensor) => ops.aten.result_type_Scalar_Tensor(scalar, tensor);

    /// <summary>The element type that an operation on two numbers gives (torch.result_type).</summary>
    /// <param name="scalar1">One.</param>
    /// <param name="scalar2">The other.</param>
    public static ScalarType result_type(Scalar scalar1, Scalar scalar2) => ops.aten.result_type_Scalar_Scalar(scalar1, scalar2);

    /// <summary>How many threads one operation may use (torch.get_num_threads).</summary>
    public static int get_num_threads() => NativeMethods.tl_get_num_threads();

    /// <summary>Sets how many threads one operation may use (torch.set_num_threads).</summary>
    /// <param name="num">At least 1.</param>
    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        NativeError.Check(NativeMethods.tl_set_num_threads(num), "torch.set_num_threads");
    }

    /// <summary>How many threads run independent operations of a script (torch.get_num_interop_threads).</summary>
    public static int get_num_interop_threads() => NativeMethods.tl_get_num_interop_threads();

    /// <summary>Sets how many threads run independent operations of a script; once, before any has started (torch.set_num_interop_threads).</summary>
    /// <param name="num">At least 1.</param>
    public static void set_num_interop_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        NativeError.Check(NativeMethods.tl_set_num_interop_threads(num), "torch.set_num_interop_threads");
    }

    /// <summary>Whether operators are held to deterministic algorithms (torch.are_deterministic_algorithms_enabled).</summary>
    public static bool are_deterministic_algorithms_enabled() => NativeMethods.tl_deterministic() != 0;

    /// <summary>Holds operators to deterministic algorithms until the result is disposed (torch.use_deterministic_algorithms).</summary>
    /// <param name="mode">Whether to.</param>
    /// <param name="warn_only">Whether an operator without one warns instead of failing.</param>
    public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false) => new DeterministicMode(mode, warn_only);

    /// <summary>The number of elements (torch.numel).</summary>
    /// <param name="input">The tensor.</param>
    public static long numel(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.numel();
    }

    /// <summary>The shape that tensors of these shapes broadcast to (torch.broadcast_shapes).</summary>
    /// <param name="shapes">The shapes.</param>
    /// <exception cref="TorchValueException">They do not fit together.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var result = new long[shapes.Select(shape => shape.Length).DefaultIfEmpty(0).Max()];
        Array.Fill(result, 1);
        foreach (long[] shape in shapes)
        {
            for (int i = 1; i <= shape.Length; i++)
            {
                ref long size = ref result[^i];
                size = size == 1 || shape[^i] == size ? shape[^i]
                    : shape[^i] == 1 ? size
                    : throw new TorchValueException($"shapes {string.Join(" and ", shapes.Select(s => $"[{string.Join(", ", s)}]"))} do not broadcast together");
            }
        }

        return result;
    }

    /// <summary>Whether the object is a tensor (torch.is_tensor).</summary>
    /// <param name="obj">The object.</param>
    public static bool is_tensor(object? obj) => obj is Tensor;
}
