namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of four inputs: override <see cref="forward"/>, use <see cref="call"/>.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="T3">The type of the third input.</typeparam>
        /// <typeparam name="T4">The type of the fourth input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public abstract class Module<T1, T2, T3, T4, TResult> :
            HookableModule<Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3,
                T4)?>, Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>,
            IModule<T1, T2, T3, T4, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes. Callers use <see cref="call"/>, which runs the hooks as well.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            /// <summary>Runs the hooks before <see cref="forward"/>, then it, then the hooks after it.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4) =>
                HasHooks ? CallHooked(input1, input2, input3, input4) : forward(input1, input2, input3, input4);

            private TResult CallHooked(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                using TraceScopes.Scope scope = TraceScopes.Enter(this);
                RunPreparations();
                if (GlobalModuleHooks.Before.Count > 0)
                {
                    var inputs = GlobalModuleHooks.RunBefore(this, [input1, input2, input3, input4]);
                    (input1, input2, input3, input4) = (
                        GlobalModuleHooks.Item<T1>(inputs, 0),
                        GlobalModuleHooks.Item<T2>(inputs, 1),
                        GlobalModuleHooks.Item<T3>(inputs, 2),
                        GlobalModuleHooks.Item<T4>(inputs, 3));
                }

                RunPreHooks(hook =>
                {
                    if (hook(this, input1, input2, input3, input4) is { } replaced)
                    {
                        (input1, input2, input3, input4) = replaced;
                    }
                });
                if (StartWatch() is not { } watch)
                {
                    return Finish(input1, input2, input3, input4, forward(input1, input2, input3, input4));
                }

                watch.Note(input1);
                watch.Note(input2);
                watch.Note(input3);
                watch.Note(input4);
                watch.WatchInputs();
                input1 = watch.Watched(input1);
                input2 = watch.Watched(input2);
                input3 = watch.Watched(input3);
                input4 = watch.Watched(input4);
                return watch.WatchResult(Finish(input1, input2, input3, input4, forward(input1, input2, input3, input4)));
            }

            private TResult Finish(T1 input1, T2 input2, T3 input3, T4 input4, TResult result)
            {
                if (GlobalModuleHooks.After.Count > 0)
                {
                    result = GlobalModuleHooks.RunAfter(this, [input1, input2, input3, input4], result);
                }

                RunPostHooks(hook =>
                {
                    if (hook(this, input1, input2, input3, input4, result) is { } replaced)
                    {
                        result = replaced;
                    }
                });
                return result;
            }
        }
    }
}
