ALTER TABLE "answer_openings" ADD COLUMN "access" text;--> statement-breakpoint
ALTER TABLE "case_openings" ADD COLUMN "access" text;--> statement-breakpoint
-- Added without the default: of what is there already nobody knows who did it.
ALTER TABLE "institution_names" ADD COLUMN "actor" json;--> statement-breakpoint
ALTER TABLE "institution_names" ALTER COLUMN "actor" SET DEFAULT logged_actor();--> statement-breakpoint
ALTER TABLE "log_changes" ADD COLUMN "actor" json;--> statement-breakpoint
ALTER TABLE "log_changes" ALTER COLUMN "actor" SET DEFAULT logged_actor();--> statement-breakpoint
ALTER TABLE "share_openings" ADD COLUMN "access" text;
