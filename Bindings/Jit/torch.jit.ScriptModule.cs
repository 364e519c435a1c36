using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>
        /// A module of TorchScript: loaded from a file that Python's <c>torch.jit.save</c> or <see cref="save(ScriptModule, string)"/> wrote. Its
        /// parameters, buffers and children are those of the script, under its names, and it trains, moves, and saves as any module does.
        /// </summary>
        /// <remarks>
        /// May be called from several threads at once. Disposing it while a call runs is safe: the call ends first. What is not disposed, the
        /// collector frees, never during a call.
        /// </remarks>
        public partial class ScriptModule : nn.Module
        {
            private readonly ScriptAttributes attributes;
            private readonly bool rebinds;
            private readonly Lock gate = new();

            internal ScriptModule(ScriptHandle handle, ScriptRegistry? registry = null)
                : base(NameOf(handle))
            {
                Code = new ScriptCode(handle, $"torch.jit.ScriptModule '{name}'");
                attributes = new ScriptAttributes(handle, $"torch.jit.ScriptModule '{name}'");
                rebinds = Rebinds(handle);
                Register(registry ?? new ScriptRegistry());
            }

            /// <summary>The name of the class that the module was scripted or traced from (Python's <c>original_name</c>).</summary>
            public string original_name => name;

            /// <summary>Whether the module trains or evaluates, as the script sees it; a frozen module does neither.</summary>
            public override bool training =>
                attributes.Has(Training) ? ((Scalar)attributes.Get(Training)!).AsBool() : base.training;

            internal ScriptCode Code { get; }

            private const string Training = "training";

            /// <summary>Runs <c>forward</c>.</summary>
            /// <param name="input">
            /// Tensors, numbers, truth values, strings, devices, script objects, null, and lists, tuples and dictionaries of them.
            /// </param>
            /// <returns>
            /// Tensors, strings and devices as they are; numbers and truth values as <see cref="Scalar"/>; lists as arrays; tuples as tuples (of
            /// tensors where all are tensors, of objects otherwise; as arrays from eight items on); dictionaries with string keys as
            /// <c>Dictionary&lt;string, Tensor&gt;</c> or <c>Dictionary&lt;string, object&gt;</c>; None as null.
            /// </returns>
            /// <exception cref="TorchScriptException">The script failed; the message shows where.</exception>
            /// <exception cref="TorchException">The arguments are not those that the script takes.</exception>
            public object? forward(params object?[]? input) => invoke("forward", input);

            /// <summary>Runs <c>forward</c>, and the hooks that were scripted with the module.</summary>
            /// <inheritdoc cref="forward"/>
            public object? call(params object?[]? input) => invoke(ScriptCode.Call, input);

            /// <summary>Runs a method.</summary>
            /// <inheritdoc cref="forward"/>
            /// <param name="name">The method.</param>
            /// <param name="objs">What it takes; see <see cref="forward"/>.</param>
            public object? invoke(string name, params object?[]? objs)
            {
                var result = Code.Run(name, objs);
                Refresh();
                return result;
            }

            /// <summary>Runs a method and converts its result.</summary>
            /// <typeparam name="TResult">
            /// What the result is to become; beside what <see cref="forward"/> gives: whole and real numbers, truth values, complex numbers, lists as
            /// <c>List</c>, and tuples of two or three of the common types.
            /// </typeparam>
            /// <inheritdoc cref="forward"/>
            /// <param name="name">The method.</param>
            /// <param name="inputs">What it takes; see <see cref="forward"/>.</param>
            /// <exception cref="InvalidCastException">The result does not convert without loss.</exception>
            public TResult invoke<TResult>(string name, params object?[]? inputs)
            {
                var result = Code.Run<TResult>(name, inputs);
                Refresh();
                return result;
            }

            /// <inheritdoc cref="invoke{TResult}(string, object[])"/>
            /// <typeparam name="T">The type of all arguments.</typeparam>
            /// <typeparam name="TResult">What the result is to become.</typeparam>
            public TResult invoke<T, TResult>(string name, params T[] inputs)
            {
                ArgumentNullException.ThrowIfNull(inputs);
                return invoke<TResult>(name, [.. inputs.Cast<object?>()]);
            }

            /// <summary>Runs a method with arguments by name, as Python's keyword arguments.</summary>
            /// <inheritdoc cref="forward"/>
            /// <param name="name">The method.</param>
            /// <param name="positional">The arguments by position.</param>
            /// <param name="named">The arguments by name.</param>
            public object? InvokeNamed(string name, object?[] positional, IReadOnlyDictionary<string, object?> named)
            {
                ArgumentNullException.ThrowIfNull(positional);
                ArgumentNullException.ThrowIfNull(named);
                var result = Code.Run(name, positional, named);
                Refresh();
                return result;
            }

            /// <summary>Sets this module and all below it to training or evaluation, in the script as well.</summary>
            /// <param name="on">True to train; the default.</param>
            public override void train(bool on = true)
            {
                using (SharedHandle.Lease lease = Code.Handle.Hold())
                {
                    NativeError.Check(NativeMethods.tl_jit_train(lease.Native, on ? (byte)1 : (byte)0), "torch.jit.ScriptModule.train");
                }

                base.train(on);
            }

            /// <summary>Sets this module and all below it to evaluation: <c>train(false)</c>.</summary>
            public override void eval() => train(false);

            /// <summary>A copy with tensors of its own (Python's <c>copy.deepcopy</c>).</summary>
            public ScriptModule deepcopy() => new(Copy(deep: true));

            internal override nn.Module CopyInto(ModuleCopies copies) => throw new NotSupportedException(
                $"{TypeName} is part of a module that is copied, but belongs to libtorch: copy it by its own deepcopy().");

            /// <summary>A copy that shares the tensors (Python's <c>ScriptModule.copy</c>).</summary>
            public ScriptModule copy() => new(Copy(deep: false));

            /// <summary>Adds methods, given as the text of Python functions whose first argument is self (Python's <c>define</c>).</summary>
            /// <param name="src">The text, such as <c>def twice(self, x): return x + x</c>.</param>
            /// <exception cref="TorchScriptException">The text does not compile; the message shows where.</exception>
            public void define(string src) => Code.Define(src);

            /// <inheritdoc/>
            protected override string extra_repr() => $"original_name={original_name}";

            /// <inheritdoc/>
            protected override void Dispose(bool disposing)
            {
                if (disposing)
                {
                    Code.Handle.Dispose();
                }

                base.Dispose(disposing);
            }

            /// <summary>The class's own name, without the modules around it and the mark that keeps two of one name apart.</summary>
            private static string NameOf(ScriptHandle handle)
            {
                var parts = new ScriptAttributes(handle, "torch.jit.ScriptModule").TypeName.Split('.');
                return parts[^1];
            }

            private static unsafe bool Rebinds(ScriptHandle handle)
            {
                using SharedHandle.Lease lease = handle.Hold();
                byte answer;
                NativeError.Check(NativeMethods.tl_jit_rebinds(lease.Native, &answer), "torch.jit.ScriptModule");
                return answer != 0;
            }

            private unsafe ScriptHandle Copy(bool deep)
            {
                using SharedHandle.Lease lease = Code.Handle.Hold();
                nint made;
                NativeError.Check(NativeMethods.tl_jit_copy(lease.Native, deep ? (byte)1 : (byte)0, &made), "torch.jit.ScriptModule.copy");
                return new ScriptHandle(made);
            }
        }
    }
}
