using System.Buffers;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>A call whose arguments are only known as objects, for operators that no generated method stands for.</summary>
internal static unsafe class BoxedCall
{
    private const int MaxResults = 16;

    internal static object?[] Run(nint op, string name, object?[] arguments)
    {
        List<IDisposable> held = [];
        try
        {
            Value* values = stackalloc Value[Math.Max(arguments.Length, 1)];
            for (int i = 0; i < arguments.Length; i++)
            {
                values[i] = Convert(arguments[i], i, held);
            }

            Value* results = stackalloc Value[MaxResults];
            int count;
            int status = NativeMethods.tl_op_call(op, values, arguments.Length, results, MaxResults, &count);
            if (status != 0)
            {
                throw NativeError.FromOperator(status, name, values, arguments.Length);
            }

            GC.KeepAlive(arguments);
            DisposeScopeManager.OfThread.Leave();
            var taken = new object?[count];
            for (int i = 0; i < count; i++)
            {
                taken[i] = Take(results[i]);
            }

            return taken;
        }
        finally
        {
            held.ForEach(item => item.Dispose());
        }
    }

    private static Value Convert(object? argument, int index, List<IDisposable> held)
    {
        switch (argument)
        {
            case null: return Value.None;
            case Tensor tensor: return Value.Of(tensor);
            case bool flag: return Value.Of(flag);
            case int number: return Value.Of((long)number);
            case long number: return Value.Of(number);
            case float number: return Value.Of((double)number);
            case double number: return Value.Of(number);
            case ScalarType type: return Value.Of(type);
            case Device device: return Value.Of(device);
            case Generator generator: return Value.Of(generator);
            case string text:
                var utf8 = new Pinned<byte>(System.Text.Encoding.UTF8.GetBytes(text));
                held.Add(utf8);
                return Value.OfString(utf8.Pointer, utf8.Length);
            case long[] items: return List(new Pinned<long>(items), held, static pin => Value.Of(pin.Pointer, pin.Length));
            case int[] items: return Convert(Array.ConvertAll(items, item => (long)item), index, held);
            case double[] items: return List(new Pinned<double>(items), held, static pin => Value.Of(pin.Pointer, pin.Length));
            case bool[] items:
                return List(new Pinned<byte>(Array.ConvertAll(items, item => item ? (byte)1 : (byte)0)), held, static pin => Value.Of(pin.Pointer, pin.Length));
            case Tensor[] items:
                return List(new Pinned<nint>(Array.ConvertAll(items, item => Tensor.HandleOf(item))), held, static pin => Value.OfTensors(pin.Pointer, pin.Length));
            default:
                throw new ArgumentException($"argument {index} is a {argument.GetType().Name}, which no operator takes", nameof(argument));
        }
    }

    private static Value List<T>(Pinned<T> pin, List<IDisposable> held, Func<Pinned<T>, Value> make)
        where T : unmanaged
    {
        held.Add(pin);
        return make(pin);
    }

    private static object? Take(Value result) => result.Tag switch
    {
        ValueTag.None => null,
        ValueTag.Tensor => result.TakeTensor(),
        ValueTag.TensorList => result.TakeTensorList(),
        ValueTag.Int => result.AsLong(),
        ValueTag.Double => result.AsDouble(),
        ValueTag.Bool => result.AsBool(),
        ValueTag.String => result.TakeString(),
        ValueTag.IntList => result.TakeLongList(),
        ValueTag.DoubleList => result.TakeDoubleList(),
        ValueTag.Device => result.AsDevice(),
        _ => result.AsScalar(),
    };

    private sealed class Pinned<T>(T[] items) : IDisposable
        where T : unmanaged
    {
        private MemoryHandle handle = items.AsMemory().Pin();

        internal T* Pointer => (T*)handle.Pointer;

        internal int Length => items.Length;

        public void Dispose() => handle.Dispose();
    }
}
