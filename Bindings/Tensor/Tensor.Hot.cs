using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The calls that skip boxing; which ones is decided by measurement (hot.cpp).</summary>
    public unsafe partial class Tensor
    {
        internal static Tensor Add(Tensor left, Tensor right)
        {
            Value result;
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_add(HandleOf(left, thread), HandleOf(right, thread), &result);
            return Finish(thread, status, "aten::add.Tensor", left, right, in result);
        }

        internal static Tensor Subtract(Tensor left, Tensor right)
        {
            Value result;
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_sub(HandleOf(left, thread), HandleOf(right, thread), &result);
            return Finish(thread, status, "aten::sub.Tensor", left, right, in result);
        }

        internal static Tensor Multiply(Tensor left, Tensor right)
        {
            Value result;
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_mul(HandleOf(left, thread), HandleOf(right, thread), &result);
            return Finish(thread, status, "aten::mul.Tensor", left, right, in result);
        }

        internal static Tensor Divide(Tensor left, Tensor right)
        {
            Value result;
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_div(HandleOf(left, thread), HandleOf(right, thread), &result);
            return Finish(thread, status, "aten::div.Tensor", left, right, in result);
        }

        internal static Tensor Add(Tensor left, in Scalar right)
        {
            Value result, number = Value.Of(in right);
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_add_scalar(HandleOf(left, thread), &number, &result);
            return Finish(thread, status, "aten::add.Scalar", left, in result);
        }

        internal static Tensor Subtract(Tensor left, in Scalar right)
        {
            Value result, number = Value.Of(in right);
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_sub_scalar(HandleOf(left, thread), &number, &result);
            return Finish(thread, status, "aten::sub.Scalar", left, in result);
        }

        internal static Tensor Multiply(Tensor left, in Scalar right)
        {
            Value result, number = Value.Of(in right);
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_mul_scalar(HandleOf(left, thread), &number, &result);
            return Finish(thread, status, "aten::mul.Scalar", left, in result);
        }

        internal static Tensor Divide(Tensor left, in Scalar right)
        {
            Value result, number = Value.Of(in right);
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_div_scalar(HandleOf(left, thread), &number, &result);
            return Finish(thread, status, "aten::div.Scalar", left, in result);
        }

        internal static Tensor MatMul(Tensor left, Tensor right)
        {
            Value result;
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_matmul(HandleOf(left, thread), HandleOf(right, thread), &result);
            return Finish(thread, status, "aten::matmul", left, right, in result);
        }

        internal static Tensor Linear(Tensor input, Tensor weight, Tensor? bias)
        {
            Value result;
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_linear(HandleOf(input, thread), HandleOf(weight, thread), bias is null ? 0 : HandleOf(bias, thread), &result);
            GC.KeepAlive(bias);
            return status == 0
                ? Finish(thread, 0, "", input, weight, in result)
                : throw NativeError.FromOperator(status, "aten::linear", input, weight, bias!);
        }

        internal static Tensor Relu(Tensor self)
        {
            Value result;
            DisposeScopeManager thread = DisposeScopeManager.OfThread.Enter();
            int status = NativeMethods.tl_relu(HandleOf(self, thread), &result);
            return Finish(thread, status, "aten::relu", self, in result);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Tensor Finish(DisposeScopeManager thread, int status, string op, Tensor left, Tensor right, in Value result)
        {
            if (status != 0)
            {
                throw NativeError.FromOperator(status, op, left, right);
            }

            GC.KeepAlive(left);
            GC.KeepAlive(right);
            thread.Leave();
            return result.TakeTensor(thread);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Tensor Finish(DisposeScopeManager thread, int status, string op, Tensor self, in Value result)
        {
            if (status != 0)
            {
                throw NativeError.FromOperator(status, op, self);
            }

            GC.KeepAlive(self);
            thread.Leave();
            return result.TakeTensor(thread);
        }

        private Tensor Taken(in Value result)
        {
            EndUse();
            return result.TakeTensor();
        }
    }
}
