import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { text } from '../../shared/text/text.js';
import { EmptyState } from '../../shared/ui/states.js';

export function NotFoundPage(): ReactNode {
  const { errors, product } = text.common;
  useEffect(() => {
    document.title = `${errors.notFound} · ${product}`;
  }, [errors, product]);
  return (
    <main className="page">
      <h1 className="sr">{errors.notFound}</h1>
      <EmptyState title={errors.notFound} help={errors.notFoundHelp}>
        <Link className="btn" to="/needs">
          {errors.home}
        </Link>
      </EmptyState>
    </main>
  );
}
