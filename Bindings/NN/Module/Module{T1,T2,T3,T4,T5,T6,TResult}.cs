namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of six inputs: override <see cref="forward"/>, use <see cref="call"/>.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="T3">The type of the third input.</typeparam>
        /// <typeparam name="T4">The type of the fourth input.</typeparam>
        /// <typeparam name="T5">The type of the fifth input.</typeparam>
        /// <typeparam name="T6">The type of the sixth input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public abstract class Module<T1, T2, T3, T4, T5, T6, TResult> :
            HookableModule<Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5,
                T6)?>, Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>,
            IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes. Callers use <see cref="call"/>, which runs the hooks as well.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);

            /// <summary>Runs the hooks before <see cref="forward"/>, then it, then the hooks after it.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6) =>
                HasHooks
                    ? CallHooked(input1, input2, input3, input4, input5, input6, forward)
                    : forward(input1, input2, input3, input4, input5, input6);

            /// <summary>Runs the hooks around any way of computing the result: a module may take more than its hooks see.</summary>
            private protected TResult CallHooked(
                T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6, Func<T1, T2, T3, T4, T5, T6, TResult> compute)
            {
                using TraceScopes.Scope scope = TraceScopes.Enter(this);
                RunPreparations();
                if (GlobalModuleHooks.Before.Count > 0)
                {
                    var inputs = GlobalModuleHooks.RunBefore(this, [input1, input2, input3, input4, input5, input6]);
                    (input1, input2, input3, input4, input5, input6) = (
                        GlobalModuleHooks.Item<T1>(inputs, 0),
                        GlobalModuleHooks.Item<T2>(inputs, 1),
                        GlobalModuleHooks.Item<T3>(inputs, 2),
                        GlobalModuleHooks.Item<T4>(inputs, 3),
                        GlobalModuleHooks.Item<T5>(inputs, 4),
                        GlobalModuleHooks.Item<T6>(inputs, 5));
                }

                RunPreHooks(hook =>
                {
                    if (hook(this, input1, input2, input3, input4, input5, input6) is { } replaced)
                    {
                        (input1, input2, input3, input4, input5, input6) = replaced;
                    }
                });
                if (StartWatch() is not { } watch)
                {
                    return Finish(input1, input2, input3, input4, input5, input6, compute(input1, input2, input3, input4, input5, input6));
                }

                watch.Note(input1);
                watch.Note(input2);
                watch.Note(input3);
                watch.Note(input4);
                watch.Note(input5);
                watch.Note(input6);
                watch.WatchInputs();
                input1 = watch.Watched(input1);
                input2 = watch.Watched(input2);
                input3 = watch.Watched(input3);
                input4 = watch.Watched(input4);
                input5 = watch.Watched(input5);
                input6 = watch.Watched(input6);
                return watch.WatchResult(Finish(input1, input2, input3, input4, input5, input6, compute(input1, input2, input3, input4, input5, input6)));
            }

            private TResult Finish(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6, TResult result)
            {
                if (GlobalModuleHooks.After.Count > 0)
                {
                    result = GlobalModuleHooks.RunAfter(this, [input1, input2, input3, input4, input5, input6], result);
                }

                RunPostHooks(hook =>
                {
                    if (hook(this, input1, input2, input3, input4, input5, input6, result) is { } replaced)
                    {
                        result = replaced;
                    }
                });
                return result;
            }
        }
    }
}
