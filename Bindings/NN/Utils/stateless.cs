namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Modules as functions of their parameters. Python's <c>torch.nn.utils.stateless</c>.</summary>
            public static class stateless
            {
                /// <summary>
                /// Calls a module with other tensors in the places of its parameters and buffers. The module has its own again when the call returns;
                /// meanwhile no other thread may use it. Python's <c>functional_call</c>.
                /// </summary>
                /// <typeparam name="T">The type of the input.</typeparam>
                /// <typeparam name="TResult">The type of the result.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="parameters_and_buffers">Tensors by path; what is not named stays the module's. Gradients flow to them.</param>
                /// <param name="input">The input.</param>
                /// <returns>The result. What the module changes in place (running statistics) changes in the tensors given.</returns>
                /// <exception cref="KeyNotFoundException">The module has nothing of a name.</exception>
                public static TResult functional_call<T, TResult>(
                    Module<T, TResult> module, IReadOnlyDictionary<string, Tensor> parameters_and_buffers, T input)
                {
                    using var exchange = new Exchange(module, parameters_and_buffers);
                    return module.call(input);
                }

                /// <inheritdoc cref="functional_call{T, TResult}"/>
                /// <typeparam name="T1">The type of the first input.</typeparam>
                /// <typeparam name="T2">The type of the second input.</typeparam>
                /// <typeparam name="TResult">The type of the result.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="parameters_and_buffers">Tensors by path; what is not named stays the module's.</param>
                /// <param name="input1">The first input.</param>
                /// <param name="input2">The second input.</param>
                public static TResult functional_call<T1, T2, TResult>(
                    Module<T1, T2, TResult> module, IReadOnlyDictionary<string, Tensor> parameters_and_buffers, T1 input1, T2 input2)
                {
                    using var exchange = new Exchange(module, parameters_and_buffers);
                    return module.call(input1, input2);
                }

                /// <inheritdoc cref="functional_call{T, TResult}"/>
                /// <typeparam name="T1">The type of the first input.</typeparam>
                /// <typeparam name="T2">The type of the second input.</typeparam>
                /// <typeparam name="T3">The type of the third input.</typeparam>
                /// <typeparam name="TResult">The type of the result.</typeparam>
                /// <param name="module">The module.</param>
                /// <param name="parameters_and_buffers">Tensors by path; what is not named stays the module's.</param>
                /// <param name="input1">The first input.</param>
                /// <param name="input2">The second input.</param>
                /// <param name="input3">The third input.</param>
                public static TResult functional_call<T1, T2, T3, TResult>(
                    Module<T1, T2, T3, TResult> module, IReadOnlyDictionary<string, Tensor> parameters_and_buffers, T1 input1, T2 input2, T3 input3)
                {
                    using var exchange = new Exchange(module, parameters_and_buffers);
                    return module.call(input1, input2, input3);
                }

                /// <summary>Other native tensors behind a module's own objects, until disposed.</summary>
                private sealed class Exchange : IDisposable
                {
                    private readonly List<(Tensor target, NativeReference? own)> _exchanged = [];

                    public Exchange(Module module, IReadOnlyDictionary<string, Tensor> tensors)
                    {
                        ArgumentNullException.ThrowIfNull(module);
                        ArgumentNullException.ThrowIfNull(tensors);
                        var targets = tensors.Select(entry => (target: Find(module, entry.Key), entry.Value)).ToList();
                        foreach (var (target, tensor) in targets)
                        {
                            using var lent = functional.Again(tensor);
                            lent.DetachFromDisposeScope();
                            _exchanged.Add((target, target.ExchangeReference(lent.ExchangeReference(null))));
                        }
                    }

                    public void Dispose()
                    {
                        for (var i = _exchanged.Count - 1; i >= 0; i--)
                        {
                            var (target, own) = _exchanged[i];
                            if (target.ExchangeReference(own) is { } lent)
                            {
                                DisposeScopeManager.OfThread.Free(lent);
                            }
                        }
                    }

                    private static Tensor Find(Module module, string path) => module.get_parameter(path) ?? module.get_buffer(path)
                        ?? throw new KeyNotFoundException($"{module.TypeName} has no parameter or buffer \"{path}\".");
                }
            }
        }
    }
}
